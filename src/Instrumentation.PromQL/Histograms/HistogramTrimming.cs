namespace Instrumentation.PromQL.Histograms;

/// <summary>Takes the observations on one side of a value out of a histogram (TrimBuckets in model/histogram/float_histogram.go).</summary>
internal static class HistogramTrimming
{
    /// <param name="histogram">The histogram.</param>
    /// <param name="at">The value.</param>
    /// <param name="keepsBelow">Which side stays.</param>
    public static NativeHistogram Trim(NativeHistogram histogram, double at, bool keepsBelow)
    {
        double count = 0, sum = 0;
        var changed = false;
        var positive = Trim(histogram, histogram.Positive, isPositive: true);
        var negative = Trim(histogram, histogram.Negative, isPositive: false);
        var zeroCount = histogram.ZeroCount;
        if (zeroCount > 0)
        {
            var hasNegative = HasAny(histogram.Negative);
            var hasPositive = HasAny(histogram.Positive);
            var (kept, middle) = TrimZero(HistogramBuckets.Zero(histogram), at, hasNegative, hasPositive, keepsBelow);
            changed |= kept != zeroCount;
            zeroCount = kept;
            sum += middle * kept;
            count += kept;
        }

        return changed ? histogram.With(histogram.Hint, count, sum, zeroCount, positive, negative).Compact() : histogram;

        IndexedCount[] Trim(NativeHistogram whole, ReadOnlySpan<IndexedCount> buckets, bool isPositive)
        {
            var result = buckets.ToArray();
            foreach (ref var bucket in result.AsSpan())
            {
                if (bucket.Count == 0)
                {
                    continue;
                }

                var bounds = isPositive ? HistogramBuckets.Positive(whole, bucket) : HistogramBuckets.Negative(whole, bucket);
                var (kept, middle) = TrimBucket(bounds, at, keepsBelow, isPositive, whole.HasCustomBounds);
                count += kept;
                sum += middle * kept;
                changed |= kept != bucket.Count;
                bucket = bucket with { Count = kept };
            }

            return result;
        }
    }

    private static bool HasAny(ReadOnlySpan<IndexedCount> buckets)
    {
        foreach (var bucket in buckets)
        {
            if (bucket.Count != 0)
            {
                return true;
            }
        }

        return false;
    }

    // Gives what stays of a bucket, and the value that its observations are taken to have.
    private static (double Kept, double Middle) TrimBucket(HistogramBucket bucket, double at, bool keepsBelow, bool isPositive, bool isLinear)
    {
        if (keepsBelow ? bucket.Upper <= at : bucket.Lower >= at)
        {
            return (bucket.Count, Middle(bucket.Lower, bucket.Upper, isPositive, isLinear));
        }

        if (keepsBelow ? bucket.Lower >= at : bucket.Upper <= at)
        {
            return (0, 0);
        }

        if (double.IsInfinity(bucket.Lower) || double.IsInfinity(bucket.Upper))
        {
            return TrimEndless(bucket, at, keepsBelow);
        }

        var below = bucket.Count * bucket.FractionBelow(at, isLinear);
        return keepsBelow
            ? (below, Middle(bucket.Lower, at, isPositive, isLinear))
            : (bucket.Count - below, Middle(at, bucket.Upper, isPositive, isLinear));
    }

    private static (double Kept, double Middle) TrimEndless(HistogramBucket bucket, double at, bool keepsBelow)
    {
        if (double.IsNegativeInfinity(bucket.Lower))
        {
            var bounded = bucket.Upper > 0 && !double.IsPositiveInfinity(bucket.Upper);
            if (keepsBelow)
            {
                return at > 0 && bounded ? (bucket.Count * at / bucket.Upper, at / 2)
                    : bucket.Upper <= 0 ? (bucket.Count, at)
                    : (0, 0);
            }

            return at >= 0 && bucket.Upper > at && bounded ? (bucket.Count * (1 - (at / bucket.Upper)), (at + bucket.Upper) / 2) : (0, 0);
        }

        return keepsBelow ? (0, 0) : (bucket.Count, at);
    }

    private static (double Kept, double Middle) TrimZero(HistogramBucket zero, double at, bool hasNegative, bool hasPositive, bool keepsBelow)
    {
        var lower = hasPositive && !hasNegative ? 0 : zero.Lower;
        var upper = hasNegative && !hasPositive ? 0 : zero.Upper;
        if (at <= lower || at >= upper)
        {
            return keepsBelow == (at >= upper && at > lower) ? (zero.Count, (lower + upper) / 2) : (0, 0);
        }

        return keepsBelow
            ? (zero.Count * (at - lower) / (upper - lower), (lower + at) / 2)
            : (zero.Count * (upper - at) / (upper - lower), (at + upper) / 2);
    }

    private static double Middle(double lower, double upper, bool isPositive, bool isLinear)
    {
        if (double.IsInfinity(lower))
        {
            return double.IsInfinity(upper) ? 0 : upper > 0 ? upper / 2 : upper;
        }

        if (double.IsInfinity(upper))
        {
            return lower;
        }

        var geometric = Math.Sqrt(Math.Abs(lower * upper));
        return isLinear ? (lower + upper) / 2 : isPositive ? geometric : -geometric;
    }
}
