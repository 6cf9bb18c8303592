using Instrumentation.PromQL.Evaluation;

namespace Instrumentation.PromQL.Histograms;

/// <summary>A bucket with its bounds.</summary>
internal readonly record struct HistogramBucket(double Lower, double Upper, bool LowerInclusive, bool UpperInclusive, double Count)
{
    /// <summary>The share of the bucket below a value inside of it: on a straight line, or on a logarithmic one.</summary>
    public double FractionBelow(double value, bool linear)
    {
        if (linear)
        {
            return (value - Lower) / (Upper - Lower);
        }

        var lower = Math.Log2(Math.Abs(Lower));
        var upper = Math.Log2(Math.Abs(Upper));
        var at = Math.Log2(Math.Abs(value));
        return value > 0 ? (at - lower) / (upper - lower) : 1 - ((at - upper) / (lower - upper));
    }

    public override string ToString() =>
        $"{(LowerInclusive ? '[' : '(')}{GoFormat.General(Lower)},{GoFormat.General(Upper)}{(UpperInclusive ? ']' : ')')}:{GoFormat.General(Count)}";
}
