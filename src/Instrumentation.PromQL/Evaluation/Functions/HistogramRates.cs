using Instrumentation.PromQL.Histograms;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>rate(), increase() and delta() of native histograms (histogramRate in promql/functions.go).</summary>
internal static class HistogramRates
{
    public static NativeHistogram? Extrapolated(in RangeCall call, bool isCounter, bool isRate)
    {
        var first = call.Histograms[0]!;
        var difference = call.Histograms.Length > 1 ? Difference(call, isCounter) : null;
        if (difference is null && call.Histograms.Length > 1)
        {
            return null;
        }

        var share = isCounter && difference is { Count: > 0 } && first.Count >= 0 ? first.Count / difference.Count : double.NaN;
        var firstStart = isCounter && !call.HistogramStartTimes.IsEmpty ? call.HistogramStartTimes[0] : 0;
        if (!Extrapolation.TryFactor(call, call.HistogramTimes, firstStart, share, isRate, out var factor, out var startsAtZero))
        {
            return null;
        }

        if (startsAtZero)
        {
            difference = difference is null ? first : HistogramNotes.Add(call, difference, first);
        }

        return difference?.Multiply(factor);
    }

    private static NativeHistogram? Difference(in RangeCall call, bool isCounter)
    {
        var histograms = call.Histograms;
        var (first, last) = (histograms[0]!, histograms[^1]!);
        if (!CheckKinds(call, isCounter, out var schema, out var previous))
        {
            return null;
        }

        var result = HistogramNotes.Subtract(call, HistogramLayout.Reduce(last, schema), previous);
        if (isCounter)
        {
            result = AddResets(call, result, previous);
        }
        else if (first.Hint != CounterResetHint.Gauge || last.Hint != CounterResetHint.Gauge)
        {
            HistogramNotes.NotAGauge(call);
        }

        return result?.WithHint(CounterResetHint.Gauge).Compact();
    }

    private static bool CheckKinds(in RangeCall call, bool isCounter, out int schema, out NativeHistogram previous)
    {
        var histograms = call.Histograms;
        var last = histograms[^1]!;
        previous = histograms[0]!;
        if (isCounter)
        {
            // All samples are looked at, and each that is a gauge is reason enough to say so.
            foreach (var histogram in histograms)
            {
                if (histogram!.Hint == CounterResetHint.Gauge)
                {
                    HistogramNotes.NotACounter(call);
                }
            }

            var second = histograms[1]!;
            var startTimes = call.HistogramStartTimes;
            if (HistogramResets.IsReset(second, previous)
                || (!startTimes.IsEmpty && StartTimes.IsReset(startTimes[0], call.HistogramTimes[0], startTimes[1], call.HistogramTimes[1])))
            {
                // What the first held is of no matter then, its layout included.
                previous = new NativeHistogram { Schema = second.Schema, Bounds = second.CustomBounds.ToArray() };
            }
        }

        schema = Math.Min(last.Schema, previous.Schema);
        var custom = previous.HasCustomBounds;
        var mixed = last.HasCustomBounds != custom;
        foreach (var histogram in isCounter ? histograms[1..^1] : [])
        {
            schema = Math.Min(schema, histogram!.Schema);
            mixed |= histogram.HasCustomBounds != custom;
        }

        if (mixed)
        {
            HistogramNotes.MixedSchemas(call);
        }

        return !mixed;
    }

    private static NativeHistogram? AddResets(in RangeCall call, NativeHistogram? result, NativeHistogram previous)
    {
        var startTimes = call.HistogramStartTimes;
        var warned = false;
        for (var i = 1; i < call.Histograms.Length && result is not null; i++)
        {
            var current = call.Histograms[i]!;
            var reset = HistogramResets.IsReset(current, previous);
            if (!startTimes.IsEmpty)
            {
                warned = warned || StartTimes.WarnOfOverlap(call, startTimes[i - 1], call.HistogramTimes[i - 1], startTimes[i]);
                reset |= StartTimes.IsReset(startTimes[i - 1], call.HistogramTimes[i - 1], startTimes[i], call.HistogramTimes[i]);
            }

            result = reset ? HistogramNotes.Add(call, result, previous) : result;
            previous = current;
        }

        return result;
    }
}
