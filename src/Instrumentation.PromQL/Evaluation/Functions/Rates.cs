using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>rate(), increase() and delta(): the difference over the range, extrapolated to its edges (extrapolatedRate in promql/functions.go).</summary>
internal static class Rates
{
    // A gap at an edge up to a tenth longer than usual is still the usual gap.
    private const double UsualGap = 1.1;

    public static bool Extrapolated(in RangeCall call, bool isCounter, bool isRate, out double result)
    {
        if (call.Extension != RangeExtension.None)
        {
            return ExtendedRange.Difference(call, isCounter, isRate, out result);
        }

        var last = call.Count - 1;
        var (firstTime, lastTime) = (call.Times[0], call.Times[last]);
        result = call.Values[last] - call.Values[0];
        var startTimes = isCounter ? call.StartTimes : default;
        if (isCounter)
        {
            result += Resets(call, startTimes);
        }

        var toStart = (firstTime - call.RangeStart) / 1000.0;
        var toEnd = (call.RangeEnd - lastTime) / 1000.0;
        var sampled = (lastTime - firstTime) / 1000.0;
        var average = last > 0 ? sampled / last : 0;
        var threshold = average * UsualGap;

        if (!startTimes.IsEmpty && startTimes[0] != 0 && startTimes[0] > call.RangeStart && startTimes[0] < firstTime)
        {
            // The counter is known to have been zero within the range, so nothing has to be guessed on this side.
            toStart = 0;
            sampled = (lastTime - startTimes[0]) / 1000.0;
            result += call.Values[0];
        }
        else if (last == 0)
        {
            return false;
        }
        else
        {
            toStart = toStart >= threshold ? average / 2 : toStart;
            toStart = isCounter ? Math.Min(toStart, ToZero(call.Values[0], result, sampled, toStart)) : toStart;
        }

        toEnd = toEnd >= threshold ? average / 2 : toEnd;
        var factor = sampled != 0 ? (sampled + toStart + toEnd) / sampled : 1;
        if (isRate)
        {
            factor /= (call.RangeEnd - call.RangeStart) / 1000.0;
        }

        result *= factor;
        return true;
    }

    // A counter cannot have been below zero: it is not extrapolated beyond where it would have been that.
    private static double ToZero(double firstValue, double difference, double sampled, double otherwise) =>
        difference > 0 && firstValue >= 0 ? sampled * (firstValue / difference) : otherwise;

    private static double Resets(in RangeCall call, ReadOnlySpan<long> startTimes)
    {
        var lost = 0.0;
        var warned = false;
        for (var i = 1; i < call.Count; i++)
        {
            var reset = call.Values[i] < call.Values[i - 1];
            if (!startTimes.IsEmpty)
            {
                if (!warned && StartTimes.Overlap(startTimes[i - 1], call.Times[i - 1], startTimes[i]))
                {
                    warned = true;
                    call.Context.Annotations.WarnCounted(
                        $"sample has start time that overlaps with previous sample timestamp for metric \"{call.Labels.Name}\"", call.FirstArgument);
                }

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
