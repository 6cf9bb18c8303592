using System.Buffers;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>How the samples of a range are spread: deviation, variance, quantile, median deviation (promql/functions.go).</summary>
internal static class Dispersion
{
    public static bool Stdvar(in RangeCall call, out double result)
    {
        result = Variance(call.Values);
        return true;
    }

    public static bool Stddev(in RangeCall call, out double result)
    {
        result = Math.Sqrt(Variance(call.Values));
        return true;
    }

    public static bool Quantile(in RangeCall call, out double result)
    {
        var q = call.FirstParameter;
        Quantiles.WarnUnlessValid(call.Context, q, call.FirstArgument);
        var values = Rent(call.Values);
        result = Quantiles.OfValues(q, values.AsSpan(0, call.Count));
        ArrayPool<double>.Shared.Return(values);
        return true;
    }

    public static bool Mad(in RangeCall call, out double result)
    {
        result = double.NaN;
        foreach (var value in call.Values)
        {
            if (double.IsNaN(value))
            {
                return true;
            }
        }

        var values = Rent(call.Values);
        var deviations = values.AsSpan(0, call.Count);
        var median = Quantiles.OfValues(0.5, deviations);
        foreach (ref var value in deviations)
        {
            value = Math.Abs(value - median);
        }

        result = Quantiles.OfValues(0.5, deviations);
        ArrayPool<double>.Shared.Return(values);
        return true;
    }

    private static double[] Rent(ReadOnlySpan<double> values)
    {
        var copy = ArrayPool<double>.Shared.Rent(values.Length);
        values.CopyTo(copy);
        return copy;
    }

    // Welford's method with compensated sums.
    private static double Variance(ReadOnlySpan<double> values)
    {
        KahanSum mean = default, squares = default;
        var count = 0.0;
        foreach (var value in values)
        {
            count++;
            var delta = value - mean.Total;
            mean.Add(delta / count);
            squares.Add(delta * (value - mean.Total));
        }

        return squares.Total / count;
    }
}
