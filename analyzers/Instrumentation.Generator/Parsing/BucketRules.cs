using System.Globalization;

namespace Instrumentation.Generator.Parsing;

/// <summary>Which bounds buckets may have.</summary>
internal static class BucketRules
{
    public const int MaxBuckets = 256;

    /// <summary>The reason why bounds are not valid, or null.</summary>
    /// <param name="buckets">The bounds.</param>
    /// <param name="arePositive">Whether only positive numbers are observed: durations are.</param>
    public static string? WhyInvalid(IReadOnlyList<double> buckets, bool arePositive)
    {
        if (buckets.Count == 0)
        {
            return "there are none; leave Buckets out for the default ones";
        }

        if (buckets.Count > MaxBuckets)
        {
            return $"there are more than {MaxBuckets.ToString(CultureInfo.InvariantCulture)}";
        }

        if (buckets.Any(bound => double.IsNaN(bound) || double.IsInfinity(bound)))
        {
            return "a bound is not finite; +Inf is added by itself";
        }

        if (arePositive && buckets[0] <= 0)
        {
            return "a bound is not above zero, and no call takes less time than that";
        }

        for (var i = 1; i < buckets.Count; i++)
        {
            if (buckets[i] <= buckets[i - 1])
            {
                return string.Format(CultureInfo.InvariantCulture, "{0:R} does not ascend from {1:R}", buckets[i], buckets[i - 1]);
            }
        }

        return null;
    }
}
