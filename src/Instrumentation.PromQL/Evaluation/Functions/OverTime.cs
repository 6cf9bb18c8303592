namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>Simple functions over the samples of a range (…OverTime in promql/functions.go).</summary>
internal static class OverTime
{
    public static bool Count(in RangeCall call, out double result)
    {
        result = call.Count;
        return true;
    }

    public static bool Present(in RangeCall call, out double result)
    {
        result = 1;
        return true;
    }

    public static bool First(in RangeCall call, out double result)
    {
        result = call.Values[0];
        return true;
    }

    public static bool Last(in RangeCall call, out double result)
    {
        result = call.Values[^1];
        return true;
    }

    public static bool TimeOfFirst(in RangeCall call, out double result)
    {
        result = call.Times[0] / 1000.0;
        return true;
    }

    public static bool TimeOfLast(in RangeCall call, out double result)
    {
        result = call.Times[^1] / 1000.0;
        return true;
    }

    public static bool Sum(in RangeCall call, out double result)
    {
        var sum = default(KahanSum);
        foreach (var value in call.Values)
        {
            sum.Add(value);
        }

        result = double.IsInfinity(sum.Sum) ? sum.Sum : sum.Total;
        return true;
    }

    public static bool Avg(in RangeCall call, out double result)
    {
        var mean = default(MeanAccumulator);
        foreach (var value in call.Values)
        {
            mean.Add(value);
        }

        result = mean.Mean;
        return true;
    }

    public static bool Max(in RangeCall call, out double result)
    {
        result = call.Values[IndexOf(call.Values, static (value, best) => value > best)];
        return true;
    }

    public static bool Min(in RangeCall call, out double result)
    {
        result = call.Values[IndexOf(call.Values, static (value, best) => value < best)];
        return true;
    }

    // Of equal extremes the time of the last one counts.
    public static bool TimeOfMax(in RangeCall call, out double result)
    {
        result = call.Times[IndexOf(call.Values, static (value, best) => value >= best)] / 1000.0;
        return true;
    }

    public static bool TimeOfMin(in RangeCall call, out double result)
    {
        result = call.Times[IndexOf(call.Values, static (value, best) => value <= best)] / 1000.0;
        return true;
    }

    // Anything is better than NaN.
    private static int IndexOf(ReadOnlySpan<double> values, Func<double, double, bool> better)
    {
        var best = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (better(values[i], values[best]) || double.IsNaN(values[best]))
            {
                best = i;
            }
        }

        return best;
    }
}
