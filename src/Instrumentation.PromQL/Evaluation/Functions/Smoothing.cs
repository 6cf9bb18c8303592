using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>double_exponential_smoothing() (funcDoubleExponentialSmoothing in promql/functions.go).</summary>
internal static class Smoothing
{
    public static bool DoubleExponential(in RangeCall call, out double result)
    {
        result = 0;
        var (level, trendFactor) = (call.FirstParameter, call.SecondParameter);
        RequireFactor(level, "smoothing");
        RequireFactor(trendFactor, "trend");
        if (call.Count < 2)
        {
            return false;
        }

        var previous = 0.0;
        var smoothed = call.Values[0];
        var trend = call.Values[1] - call.Values[0];
        for (var i = 1; i < call.Count; i++)
        {
            if (i > 1)
            {
                trend = (trendFactor * (smoothed - previous)) + ((1 - trendFactor) * trend);
            }

            (previous, smoothed) = (smoothed, (level * call.Values[i]) + ((1 - level) * (smoothed + trend)));
        }

        result = smoothed;
        return true;
    }

    private static void RequireFactor(double factor, string name)
    {
        if (factor is <= 0 or >= 1)
        {
            throw new QueryException($"invalid {name} factor. Expected: 0 < {name[0]}f < 1, got: {Numbers.Format(factor)}");
        }
    }
}
