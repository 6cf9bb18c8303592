using Instrumentation.PromQL.Evaluation;

namespace Instrumentation.PromQL.Histograms;

/// <summary>Figures of a single histogram: quantile, fraction, variance (promql/quantile.go, promql/functions.go).</summary>
internal static class HistogramStatistics
{
    public static double Variance(NativeHistogram histogram)
    {
        var mean = histogram.Sum / histogram.Count;
        var variance = default(KahanSum);
        foreach (var bucket in HistogramBuckets.Ascending(histogram))
        {
            if (bucket.Count == 0)
            {
                continue;
            }

            double value;
            if (histogram.HasCustomBounds)
            {
                value = (bucket.Upper + bucket.Lower) / 2;
            }
            else if (bucket.Lower <= 0 && bucket.Upper >= 0)
            {
                value = 0;
            }
            else
            {
                value = Math.Sqrt(bucket.Upper * bucket.Lower);
                value = bucket.Upper < 0 ? -value : value;
            }

            var delta = value - mean;
            variance.Add(bucket.Count * delta * delta);
        }

        return variance.Total / histogram.Count;
    }

    /// <summary>The φ-quantile; says when observations that are not numbers make it NaN or too high.</summary>
    public static double Quantile(double q, NativeHistogram histogram, out string? note)
    {
        note = null;
        if (q is < 0 or > 1)
        {
            return q < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (histogram.Count == 0 || double.IsNaN(q))
        {
            return double.NaN;
        }

        var buckets = HistogramBuckets.Ascending(histogram);
        // NaNs are in no bucket and count as largest, so with them it has to be counted from below.
        var hasNaN = double.IsNaN(histogram.Sum);
        var fromBelow = hasNaN || q < 0.5;
        if (!fromBelow)
        {
            buckets.Reverse();
        }

        var rank = (fromBelow ? q : 1 - q) * histogram.Count;
        var (index, count) = Find(buckets, rank);
        // All observations may be NaN, and then there is no bucket.
        var bucket = index < 0 ? default : buckets[index];
        if (histogram.HasCustomBounds)
        {
            if (double.IsNegativeInfinity(bucket.Lower))
            {
                if (bucket.Upper <= 0)
                {
                    return bucket.Upper;
                }

                bucket = bucket with { Lower = 0 };
            }
            else if (double.IsPositiveInfinity(bucket.Upper))
            {
                return bucket.Lower;
            }
        }
        else
        {
            bucket = bucket.Lower < 0 && bucket.Upper > 0 ? HalfOfZero(histogram, bucket) : bucket;
        }

        count = Math.Min(count, histogram.Count);
        if (count < rank)
        {
            note = hasNaN ? "input to histogram_quantile has NaN observations, result is NaN" : null;
            return hasNaN ? double.NaN : bucket.Upper;
        }

        if (hasNaN && count + buckets.Skip(index + 1).Sum(static rest => rest.Count) < histogram.Count)
        {
            note = "input to histogram_quantile has NaN observations, result is skewed higher";
        }

        var within = fromBelow ? rank - (count - bucket.Count) : count - rank;
        return Interpolate(bucket, within / bucket.Count, histogram.HasCustomBounds);
    }

    /// <summary>The share of observations between two values.</summary>
    public static double Fraction(double lower, double upper, NativeHistogram histogram, out string? note)
    {
        note = null;
        if (histogram.Count == 0 || double.IsNaN(lower) || double.IsNaN(upper))
        {
            return double.NaN;
        }

        if (lower >= upper)
        {
            return 0;
        }

        var buckets = HistogramBuckets.Ascending(histogram);
        var count = histogram.Count;
        if (double.IsNaN(histogram.Sum))
        {
            count = buckets.Sum(static bucket => bucket.Count);
            note = count < histogram.Count ? "input to histogram_fraction has NaN observations, which are excluded from all fractions" : null;
        }

        return (RankOf(upper, histogram, buckets, count) - RankOf(lower, histogram, buckets, count)) / histogram.Count;
    }

    private static double RankOf(double value, NativeHistogram histogram, List<HistogramBucket> buckets, double count)
    {
        var rank = 0.0;
        foreach (var each in buckets)
        {
            var isZero = each.Lower <= 0 && each.Upper >= 0;
            var bucket = isZero ? HalfOfZero(histogram, each) : each;
            if (bucket.Lower >= value)
            {
                return Math.Min(rank, count);
            }

            if (bucket.Upper > value)
            {
                var share = double.IsNegativeInfinity(bucket.Lower) ? 1 : bucket.FractionBelow(value, histogram.HasCustomBounds || isZero);
                return Math.Min(double.IsNegativeInfinity(bucket.Lower) ? bucket.Count : rank + (bucket.Count * share), count);
            }

            rank += bucket.Count;
        }

        return count;
    }

    // Where there are only positive observations, those near zero are positive too.
    private static HistogramBucket HalfOfZero(NativeHistogram histogram, HistogramBucket bucket)
    {
        if (histogram.Negative.IsEmpty && !histogram.Positive.IsEmpty)
        {
            return bucket with { Lower = 0 };
        }

        return histogram.Positive.IsEmpty && !histogram.Negative.IsEmpty ? bucket with { Upper = 0 } : bucket;
    }

    private static (int Index, double Count) Find(List<HistogramBucket> buckets, double rank)
    {
        var (last, count) = (-1, 0.0);
        for (var i = 0; i < buckets.Count; i++)
        {
            last = i;
            if (buckets[i].Count == 0)
            {
                continue;
            }

            count += buckets[i].Count;
            if (count >= rank)
            {
                break;
            }
        }

        return (last, count);
    }

    private static double Interpolate(HistogramBucket bucket, double fraction, bool linear)
    {
        if (linear || (bucket.Lower <= 0 && bucket.Upper >= 0))
        {
            return bucket.Lower + ((bucket.Upper - bucket.Lower) * fraction);
        }

        var lower = Math.Log2(Math.Abs(bucket.Lower));
        var upper = Math.Log2(Math.Abs(bucket.Upper));
        return bucket.Lower > 0
            ? Math.Pow(2, lower + ((upper - lower) * fraction))
            : -Math.Pow(2, upper + ((lower - upper) * (1 - fraction)));
    }
}
