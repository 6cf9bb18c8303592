namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>The share of observations between two values in a classic histogram (BucketFraction in promql/quantile.go).</summary>
internal static class BucketFraction
{
    public static double Of(double lower, double upper, ReadOnlySpan<Bucket> buckets)
    {
        if (buckets.IsEmpty || buckets[^1].Count == 0 || double.IsNaN(lower) || double.IsNaN(upper))
        {
            return double.NaN;
        }

        if (lower >= upper)
        {
            return 0;
        }

        var count = buckets[^1].Count;
        return (RankOf(upper, buckets, count) - RankOf(lower, buckets, count)) / count;
    }

    // How many observations are below a value, by a straight line within its bucket.
    private static double RankOf(double value, ReadOnlySpan<Bucket> buckets, double count)
    {
        var lowerBound = buckets[0].UpperBound <= 0 ? double.NegativeInfinity : 0.0;
        var rank = 0.0;
        for (var i = 0; i < buckets.Length; i++)
        {
            lowerBound = i > 0 ? buckets[i - 1].UpperBound : lowerBound;
            if (lowerBound >= value)
            {
                return Math.Min(rank, count);
            }

            var bucket = buckets[i];
            if (bucket.UpperBound > value)
            {
                var within = double.IsNegativeInfinity(lowerBound)
                    ? bucket.Count
                    : rank + ((bucket.Count - rank) * (value - lowerBound) / (bucket.UpperBound - lowerBound));
                return Math.Min(within, count);
            }

            rank = bucket.Count;
        }

        return count;
    }
}
