using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>The φ-quantile of plain values (quantile in promql/quantile.go).</summary>
internal static class Quantiles
{
    /// <summary>Sorts the values in place and interpolates between neighbours; NaN counts as the smallest.</summary>
    public static double OfValues(double q, Span<double> values)
    {
        if (values.IsEmpty || double.IsNaN(q))
        {
            return double.NaN;
        }

        if (q is < 0 or > 1)
        {
            return q < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        // .NET sorts NaN first, which is what is wanted.
        values.Sort();
        var rank = q * (values.Length - 1);
        var lower = Math.Max(0, (int)Math.Floor(rank));
        var upper = Math.Min(values.Length - 1, lower + 1);
        var weight = rank - Math.Floor(rank);
        return (values[lower] * (1 - weight)) + (values[upper] * weight);
    }

    public static void WarnUnlessValid(EvaluationContext context, double q, SourceRange range)
    {
        if (double.IsNaN(q) || q is < 0 or > 1)
        {
            context.Annotations.Warn($"quantile value should be between 0 and 1, got {GoFormat.General(q)}", range);
        }
    }
}
