namespace Instrumentation.PromQL.Histograms;

/// <summary>All buckets of a histogram in order of their values.</summary>
internal static class HistogramBuckets
{
    /// <summary>From the smallest values to the largest.</summary>
    /// <param name="histogram">The histogram.</param>
    /// <param name="clipToZero">Whether a bucket next to the zero bucket gives up what they have in common.</param>
    public static List<HistogramBucket> Ascending(NativeHistogram histogram, bool clipToZero = true)
    {
        var buckets = new List<HistogramBucket>(histogram.Negative.Length + histogram.Positive.Length + 1);
        for (var i = histogram.Negative.Length - 1; i >= 0; i--)
        {
            var bucket = Negative(histogram, histogram.Negative[i]);
            buckets.Add(clipToZero && bucket.Upper < 0 && bucket.Upper > -histogram.ZeroThreshold
                ? bucket with { Upper = -histogram.ZeroThreshold }
                : bucket);
        }

        if (histogram.ZeroCount > 0 || (!clipToZero && histogram.ZeroCount != 0))
        {
            buckets.Add(Zero(histogram));
        }

        foreach (var positive in histogram.Positive)
        {
            var bucket = Positive(histogram, positive);
            buckets.Add(clipToZero && bucket.Lower > 0 && bucket.Lower < histogram.ZeroThreshold
                ? bucket with { Lower = histogram.ZeroThreshold }
                : bucket);
        }

        return buckets;
    }

    public static HistogramBucket Zero(NativeHistogram histogram) =>
        new(-histogram.ZeroThreshold, histogram.ZeroThreshold, true, true, histogram.ZeroCount);

    public static HistogramBucket Positive(NativeHistogram histogram, IndexedCount bucket)
    {
        var upper = HistogramBounds.Upper(bucket.Index, histogram.Schema, histogram.CustomBounds);
        var lower = HistogramBounds.Upper(bucket.Index - 1, histogram.Schema, histogram.CustomBounds);
        return histogram.HasCustomBounds
            ? new HistogramBucket(lower, upper, bucket.Index == 0, true, bucket.Count)
            : new HistogramBucket(lower, upper, lower < 0, upper > 0, bucket.Count);
    }

    public static HistogramBucket Negative(NativeHistogram histogram, IndexedCount bucket)
    {
        var lower = -HistogramBounds.Upper(bucket.Index, histogram.Schema, histogram.CustomBounds);
        var upper = -HistogramBounds.Upper(bucket.Index - 1, histogram.Schema, histogram.CustomBounds);
        return new HistogramBucket(lower, upper, lower < 0, upper > 0, bucket.Count);
    }
}
