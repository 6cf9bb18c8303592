using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>resets() and changes() where numbers and histograms follow each other (funcResets, funcChanges in promql/functions.go).</summary>
internal static class HistogramTransitions
{
    public static bool Count(in RangeCall call, bool ofResets, out double result)
    {
        result = 0;
        if (!TryFirst(call, out var i, out var j))
        {
            return false;
        }

        var previous = default(Sample);
        for (var isFirst = true; i < call.Count || j < call.Histograms.Length; isFirst = false)
        {
            var current = j >= call.Histograms.Length || (i < call.Count && call.Times[i] < call.HistogramTimes[j])
                ? new Sample(call.Times[i], call.Values[i], null, StartOf(call.StartTimes, i++))
                : new Sample(call.HistogramTimes[j], 0, call.Histograms[j], StartOf(call.HistogramStartTimes, j++));
            if (!isFirst)
            {
                result += (ofResets ? IsReset(previous, current) : IsChange(previous, current)) ? 1 : 0;
            }

            previous = current;
        }

        return true;
    }

    private static long StartOf(ReadOnlySpan<long> startTimes, int index) => startTimes.IsEmpty ? 0 : startTimes[index];

    private static bool IsReset(in Sample previous, in Sample current)
    {
        if (previous.Histogram is null != current.Histogram is null)
        {
            return true;
        }

        return StartTimes.IsReset(previous.Start, previous.Time, current.Start, current.Time)
            || (current.Histogram is null ? current.Value < previous.Value : HistogramResets.IsReset(current.Histogram, previous.Histogram!));
    }

    private static bool IsChange(in Sample previous, in Sample current)
    {
        if (previous.Histogram is null != current.Histogram is null)
        {
            return true;
        }

        return current.Histogram is null ? !current.Value.Equals(previous.Value) : !current.Histogram.SameAs(previous.Histogram!);
    }

    // pickFirstSampleIndices: an anchored range begins with the last sample of either kind at or before it.
    private static bool TryFirst(in RangeCall call, out int number, out int histogram)
    {
        (number, histogram) = (0, 0);
        if (call.Extension != RangeExtension.Anchored)
        {
            return true;
        }

        var lastNumber = ExtendedRange.FirstAtLeast(call.Times, call.Count, call.RangeStart + 1) - 1;
        var lastHistogram = ExtendedRange.FirstAtLeast(call.HistogramTimes, call.Histograms.Length, call.RangeStart + 1) - 1;
        if (lastNumber + 1 >= call.Count && lastHistogram + 1 >= call.Histograms.Length)
        {
            return false;
        }

        if (lastNumber < 0 && lastHistogram < 0)
        {
            return true;
        }

        var anchorIsNumber = lastHistogram < 0 || (lastNumber >= 0 && call.Times[lastNumber] >= call.HistogramTimes[lastHistogram]);
        (number, histogram) = anchorIsNumber ? (lastNumber, lastHistogram + 1) : (lastNumber + 1, lastHistogram);
        return true;
    }

    private readonly record struct Sample(long Time, double Value, NativeHistogram? Histogram, long Start);
}
