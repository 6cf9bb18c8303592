using Instrumentation.PromQL.Evaluation;

namespace Instrumentation.PromQL.Histograms;

/// <summary>Brings two histograms to the same buckets, so that they can be added or compared (model/histogram/float_histogram.go).</summary>
internal static class HistogramLayout
{
    /// <summary>The same observations in buckets of a lower resolution.</summary>
    public static IndexedCount[] Reduce(ReadOnlySpan<IndexedCount> buckets, int from, int to)
    {
        if (from == to)
        {
            return buckets.ToArray();
        }

        var reduced = new List<IndexedCount>();
        foreach (var bucket in buckets)
        {
            var index = HistogramBounds.Reduce(bucket.Index, from, to);
            if (reduced.Count > 0 && reduced[^1].Index == index)
            {
                reduced[^1] = new IndexedCount(index, reduced[^1].Count + bucket.Count);
            }
            else
            {
                reduced.Add(new IndexedCount(index, bucket.Count));
            }
        }

        return [.. reduced];
    }

    /// <summary>A histogram in a lower resolution.</summary>
    public static NativeHistogram Reduce(NativeHistogram histogram, int schema) => histogram.Schema <= schema || histogram.HasCustomBounds
        ? histogram
        : new NativeHistogram
        {
            Schema = schema,
            Hint = histogram.Hint,
            Count = histogram.Count,
            Sum = histogram.Sum,
            ZeroThreshold = histogram.ZeroThreshold,
            ZeroCount = histogram.ZeroCount,
            PositiveBuckets = Reduce(histogram.Positive, histogram.Schema, schema),
            NegativeBuckets = Reduce(histogram.Negative, histogram.Schema, schema),
        };

    /// <summary>Widens zero buckets until both are equally wide.</summary>
    public static (NativeHistogram Left, NativeHistogram Right) AlignZero(NativeHistogram left, NativeHistogram right)
    {
        // Not !=, which NaN would keep going for ever.
        while (left.ZeroThreshold < right.ZeroThreshold || left.ZeroThreshold > right.ZeroThreshold)
        {
            if (left.ZeroThreshold > right.ZeroThreshold)
            {
                right = WidenZero(right, left.ZeroThreshold);
            }
            else
            {
                left = WidenZero(left, right.ZeroThreshold);
            }
        }

        return (left, right);
    }

    /// <summary>Takes buckets into a wider zero bucket; it becomes wider still if it would cut a bucket that is not empty.</summary>
    public static NativeHistogram WidenZero(NativeHistogram histogram, double threshold)
    {
        if (threshold == histogram.ZeroThreshold)
        {
            return histogram;
        }

        double wider;
        do
        {
            wider = threshold;
            threshold = Math.Max(WidestCut(histogram, histogram.Positive, threshold), WidestCut(histogram, histogram.Negative, threshold));
        }
        while (threshold > wider);

        var zero = new KahanSum { Sum = histogram.ZeroCount };
        var positive = Outside(histogram, histogram.Positive, threshold, ref zero);
        var negative = Outside(histogram, histogram.Negative, threshold, ref zero);
        return new NativeHistogram
        {
            Schema = histogram.Schema,
            Hint = histogram.Hint,
            Count = histogram.Count,
            Sum = histogram.Sum,
            ZeroThreshold = threshold,
            ZeroCount = zero.Total,
            PositiveBuckets = positive,
            NegativeBuckets = negative,
        };
    }

    /// <summary>The bounds that both have.</summary>
    public static double[] CommonBounds(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var common = new List<double>();
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
            {
                common.Add(left[i]);
                j++;
                i++;
            }
            else if (left[i] < right[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return [.. common];
    }

    /// <summary>The same observations in buckets with some of the bounds.</summary>
    public static IndexedCount[] Rebucket(NativeHistogram histogram, double[] bounds)
    {
        var counts = new KahanSum[bounds.Length + 1];
        foreach (var bucket in histogram.Positive)
        {
            var target = bounds.Length;
            if (bucket.Index < histogram.CustomBounds.Length)
            {
                var found = Array.BinarySearch(bounds, histogram.CustomBounds[bucket.Index]);
                target = found < 0 ? ~found : found;
            }

            counts[target].Add(bucket.Count);
        }

        var result = new List<IndexedCount>();
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i].Total != 0)
            {
                result.Add(new IndexedCount(i, counts[i].Total));
            }
        }

        return [.. result];
    }

    private static double WidestCut(NativeHistogram histogram, ReadOnlySpan<IndexedCount> buckets, double threshold)
    {
        foreach (var bucket in buckets)
        {
            var upper = HistogramBounds.Upper(bucket.Index, histogram.Schema, []);
            var lower = HistogramBounds.Upper(bucket.Index - 1, histogram.Schema, []);
            if (lower < threshold && upper > threshold && bucket.Count != 0)
            {
                return upper;
            }
        }

        return threshold;
    }

    private static IndexedCount[] Outside(NativeHistogram histogram, ReadOnlySpan<IndexedCount> buckets, double threshold, ref KahanSum zero)
    {
        var outside = new List<IndexedCount>();
        foreach (var bucket in buckets)
        {
            if (HistogramBounds.Upper(bucket.Index, histogram.Schema, []) <= threshold)
            {
                zero.Add(bucket.Count);
            }
            else
            {
                outside.Add(bucket);
            }
        }

        return [.. outside];
    }
}
