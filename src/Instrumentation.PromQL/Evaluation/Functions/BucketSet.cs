namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>Brings the buckets of a classic histogram into the shape that quantiles need (promql/quantile.go).</summary>
internal static class BucketSet
{
    // Sums of floats differ in their last digits; that is no missing observation.
    private const double Tolerance = 1e-12;
    private static readonly double s_smallestNormal = BitConverter.Int64BitsToDouble(0x0010000000000000);

    /// <summary>Sorts in place and adds up buckets with the same bound.</summary>
    /// <returns>The buckets that remain; none if there is none for +Inf.</returns>
    public static Span<Bucket> SortAndMerge(Span<Bucket> buckets)
    {
        buckets.Sort(static (a, b) => a.UpperBound.CompareTo(b.UpperBound));
        if (!double.IsPositiveInfinity(buckets[^1].UpperBound))
        {
            return [];
        }

        var last = 0;
        for (var i = 1; i < buckets.Length; i++)
        {
            if (buckets[i].UpperBound == buckets[last].UpperBound)
            {
                buckets[last] = buckets[last] with { Count = buckets[last].Count + buckets[i].Count };
            }
            else
            {
                buckets[++last] = buckets[i];
            }
        }

        return buckets[..(last + 1)];
    }

    /// <summary>Raises counts that are below the one before them; says where, if it was more than rounding.</summary>
    /// <returns>Whether counts were raised for more than rounding.</returns>
    public static bool ForceMonotonic(Span<Bucket> buckets, out double minBound, out double maxBound, out double maxDifference)
    {
        (minBound, maxBound, maxDifference) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        var forced = false;
        var previous = buckets[0].Count;
        for (var i = 1; i < buckets.Length; i++)
        {
            var current = buckets[i].Count;
            if (AlmostEqual(previous, current, Tolerance))
            {
                buckets[i] = buckets[i] with { Count = previous };
            }
            else if (current < previous)
            {
                forced = true;
                buckets[i] = buckets[i] with { Count = previous };
                minBound = Math.Min(minBound, buckets[i].UpperBound);
                maxBound = Math.Max(maxBound, buckets[i].UpperBound);
                maxDifference = Math.Max(maxDifference, previous - current);
            }
            else
            {
                previous = current;
            }
        }

        return forced;
    }

    /// <summary>Whether two numbers differ by less than their sum times a tolerance (util/almost/almost.go).</summary>
    public static bool AlmostEqual(double a, double b, double tolerance)
    {
        if (a == b || (double.IsNaN(a) && double.IsNaN(b)))
        {
            return true;
        }

        var sum = Math.Abs(a) + Math.Abs(b);
        var difference = Math.Abs(a - b);
        return a == 0 || b == 0 || sum < s_smallestNormal
            ? difference < tolerance * s_smallestNormal
            : difference / Math.Min(sum, double.MaxValue) < tolerance;
    }
}
