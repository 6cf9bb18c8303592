using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>Differences of histograms whose edges are samples before the range, or interpolated (extendedHistogramRate in promql/functions.go).</summary>
internal static class HistogramExtendedRates
{
    public static NativeHistogram? Difference(in RangeCall call, bool isCounter, bool isRate)
    {
        var smoothed = call.Extension == RangeExtension.Smoothed;
        var times = call.HistogramTimes;
        var last = times.Length - 1;
        var first = Math.Max(0, ExtendedRange.FirstAtLeast(times, last, call.RangeStart + 1) - 1);
        last = smoothed ? ExtendedRange.FirstAtLeast(times, last, call.RangeEnd) : last;
        var isOutside = times[last] <= call.RangeStart || (smoothed && times[first] > call.RangeEnd);
        if (isOutside || !Check(call, call.Histograms[first..(last + 1)], isCounter))
        {
            return null;
        }

        var cutsLeft = smoothed && times[first] < call.RangeStart;
        var left = cutsLeft ? At(call, first, call.RangeStart, isCounter) : call.Histograms[first];
        var right = smoothed && last > 0 && times[last] > call.RangeEnd ? At(call, last - 1, call.RangeEnd, isCounter) : call.Histograms[last];
        if (left is null || right is null)
        {
            return null;
        }

        if (!isCounter && (left.Hint != CounterResetHint.Gauge || right.Hint != CounterResetHint.Gauge))
        {
            HistogramNotes.NotAGauge(call);
        }

        var result = HistogramNotes.Subtract(call, right, left);
        if (isCounter && result is not null)
        {
            result = AddResets(call, result, (first, last), left, right, cutsLeft);
        }

        result = isRate ? result?.Divide((call.RangeEnd - call.RangeStart) / 1000.0) : result;
        return result?.WithHint(CounterResetHint.Gauge).Compact();
    }

    /// <summary>The histogram between two; a counter that started again rises from nothing. Null if the two do not fit together.</summary>
    public static NativeHistogram? Interpolate(
        (long Time, NativeHistogram Histogram) one, (long Time, NativeHistogram Histogram) other, long at, bool isCounter, out bool reconciled)
    {
        reconciled = false;
        if (at == one.Time || at == other.Time)
        {
            return at == one.Time ? one.Histogram : other.Histogram;
        }

        var share = (double)(at - one.Time) / (other.Time - one.Time);
        if (isCounter && HistogramResets.IsReset(other.Histogram, one.Histogram))
        {
            return other.Histogram.Multiply(share);
        }

        var difference = HistogramArithmetic.Subtract(other.Histogram, one.Histogram, out var notes);
        reconciled = notes.HasFlag(HistogramArithmetic.Notes.BoundsReconciled);
        return difference is null ? null : HistogramArithmetic.Add(difference.Multiply(share), one.Histogram, out _);
    }

    private static NativeHistogram? At(in RangeCall call, int index, long time, bool isCounter)
    {
        var one = (call.HistogramTimes[index], call.Histograms[index]!);
        var other = (call.HistogramTimes[index + 1], call.Histograms[index + 1]!);
        var result = Interpolate(one, other, time, isCounter, out var reconciled);
        if (result is null)
        {
            HistogramNotes.MixedSchemas(call);
        }

        if (reconciled)
        {
            call.Context.Annotations.Info(HistogramNotes.Reconciled("subtraction"), call.FirstArgument);
            call.Context.Annotations.Info(HistogramNotes.Reconciled("addition"), call.FirstArgument);
        }

        return result;
    }

    private static bool Check(in RangeCall call, ReadOnlySpan<NativeHistogram?> histograms, bool isCounter)
    {
        foreach (var histogram in histograms)
        {
            if (histogram!.HasCustomBounds != histograms[0]!.HasCustomBounds)
            {
                HistogramNotes.MixedSchemas(call);
                return false;
            }

            if (isCounter && histogram.Hint == CounterResetHint.Gauge)
            {
                HistogramNotes.NotACounter(call);
            }
        }

        return true;
    }

    // correctForCounterResetsHistogram: an edge that was interpolated across a reset has taken that reset into account.
    private static NativeHistogram? AddResets(
        in RangeCall call, NativeHistogram result, (int First, int Last) range, NativeHistogram left, NativeHistogram right, bool cutsLeft)
    {
        var previous = left;
        var from = range.First + 1;
        if (cutsLeft && HistogramResets.IsReset(call.Histograms[range.First + 1]!, call.Histograms[range.First]!))
        {
            previous = call.Histograms[range.First + 1]!;
            from++;
        }

        if (from > range.Last)
        {
            return result;
        }

        NativeHistogram? sum = result;
        for (var i = from; i < range.Last && sum is not null; i++)
        {
            var current = call.Histograms[i]!;
            sum = HistogramResets.IsReset(current, previous) ? HistogramNotes.Add(call, sum, previous) : sum;
            previous = current;
        }

        return sum is not null && HistogramResets.IsReset(right, previous) ? HistogramNotes.Add(call, sum, previous) : sum;
    }
}
