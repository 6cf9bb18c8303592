namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>The φ-quantile of a classic histogram (BucketQuantile in promql/quantile.go).</summary>
internal static class BucketQuantile
{
    /// <summary>Interpolates within the bucket that the rank falls into.</summary>
    /// <param name="q">φ.</param>
    /// <param name="buckets">Sorted, merged and monotonic; none where there was none for +Inf.</param>
    public static double Of(double q, ReadOnlySpan<Bucket> buckets)
    {
        if (double.IsNaN(q))
        {
            return double.NaN;
        }

        if (q is < 0 or > 1)
        {
            return q < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (buckets.Length < 2 || buckets[^1].Count == 0)
        {
            return double.NaN;
        }

        var rank = q * buckets[^1].Count;
        var index = FirstReaching(buckets[..^1], rank);
        if (index == buckets.Length - 1)
        {
            // Beyond the last finite bound nothing is known.
            return buckets[^2].UpperBound;
        }

        if (index == 0 && buckets[0].UpperBound <= 0)
        {
            return buckets[0].UpperBound;
        }

        var start = index > 0 ? buckets[index - 1].UpperBound : 0;
        var below = index > 0 ? buckets[index - 1].Count : 0;
        return start + ((buckets[index].UpperBound - start) * ((rank - below) / (buckets[index].Count - below)));
    }

    private static int FirstReaching(ReadOnlySpan<Bucket> buckets, double rank)
    {
        var (low, high) = (0, buckets.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = buckets[middle].Count >= rank ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
