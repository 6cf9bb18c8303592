using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>rate(), increase() and delta(): the difference over the range, extrapolated to its edges (extrapolatedRate in promql/functions.go).</summary>
internal static class Rates
{
    public static bool Extrapolated(in RangeCall call, bool isCounter, bool isRate, out double result)
    {
        if (call.Extension != RangeExtension.None)
        {
            return ExtendedRange.Difference(call, isCounter, isRate, out result);
        }

        var first = call.Values[0];
        result = call.Values[^1] - first;
        var startTimes = isCounter ? call.StartTimes : default;
        if (isCounter)
        {
            result += Resets(call, startTimes);
        }

        var share = isCounter && result > 0 && first >= 0 ? first / result : double.NaN;
        if (!Extrapolation.TryFactor(call, call.Times, startTimes.IsEmpty ? 0 : startTimes[0], share, isRate, out var factor, out var startsAtZero))
        {
            return false;
        }

        result = (result + (startsAtZero ? first : 0)) * factor;
        return true;
    }

    private static double Resets(in RangeCall call, ReadOnlySpan<long> startTimes)
    {
        var lost = 0.0;
        var warned = false;
        for (var i = 1; i < call.Count; i++)
        {
            var reset = call.Values[i] < call.Values[i - 1];
            if (!startTimes.IsEmpty)
            {
                warned = warned || StartTimes.WarnOfOverlap(call, startTimes[i - 1], call.Times[i - 1], startTimes[i]);
                reset |= StartTimes.IsReset(startTimes[i - 1], call.Times[i - 1], startTimes[i], call.Times[i]);
            }

            if (reset)
            {
                lost += call.Values[i - 1];
            }
        }

        return lost;
    }
}
