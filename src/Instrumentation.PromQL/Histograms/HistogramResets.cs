namespace Instrumentation.PromQL.Histograms;

/// <summary>Whether a histogram started again since the one before it (DetectReset in model/histogram/float_histogram.go).</summary>
internal static class HistogramResets
{
    public static bool IsReset(NativeHistogram current, NativeHistogram previous)
    {
        if (current.Hint is CounterResetHint.Reset or CounterResetHint.NotReset)
        {
            return current.Hint == CounterResetHint.Reset;
        }

        if (current.Count < previous.Count)
        {
            return true;
        }

        if (current.HasCustomBounds || previous.HasCustomBounds)
        {
            return current.HasCustomBounds != previous.HasCustomBounds || CustomLess(current, previous);
        }

        // Counters only ever lose resolution, and their zero bucket only grows.
        if (current.Schema > previous.Schema || current.ZeroThreshold < previous.ZeroThreshold)
        {
            return true;
        }

        previous = HistogramLayout.WidenZero(previous, current.ZeroThreshold);
        if (previous.ZeroThreshold != current.ZeroThreshold || current.ZeroCount < previous.ZeroCount)
        {
            return true;
        }

        previous = HistogramLayout.Reduce(previous, current.Schema);
        return Less(current.Positive, previous.Positive) || Less(current.Negative, previous.Negative);
    }

    private static bool CustomLess(NativeHistogram current, NativeHistogram previous)
    {
        if (current.CustomBounds.SequenceEqual(previous.CustomBounds))
        {
            return Less(current.Positive, previous.Positive);
        }

        var common = HistogramLayout.CommonBounds(current.CustomBounds, previous.CustomBounds);
        return Less(HistogramLayout.Rebucket(current, common), HistogramLayout.Rebucket(previous, common));
    }

    private static bool Less(ReadOnlySpan<IndexedCount> current, ReadOnlySpan<IndexedCount> previous)
    {
        var i = 0;
        foreach (var bucket in previous)
        {
            while (i < current.Length && current[i].Index < bucket.Index)
            {
                i++;
            }

            var found = i < current.Length && current[i].Index == bucket.Index;
            if (found ? current[i].Count < bucket.Count : bucket.Count != 0)
            {
                return true;
            }
        }

        return false;
    }
}
