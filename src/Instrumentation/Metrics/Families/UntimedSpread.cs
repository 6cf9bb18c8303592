namespace Instrumentation.Metrics.Families;

/// <summary>
/// Spreads the calls that sampling left untimed over the buckets, in proportion to those that were timed. Keeps what it once gave to a bucket: every bucket is
/// a counter, and one that shrank because the proportions changed would read as a restart to whoever computes a rate.
/// </summary>
/// <remarks>Used by one snapshot at a time.</remarks>
internal sealed class UntimedSpread(int buckets)
{
    private readonly long[] _given = new long[buckets];
    private readonly long[] _timedBefore = new long[buckets];
    private double _sumBefore;
    private double _givenSum;
    private long _givenCount;

    /// <summary>Adds the untimed calls to the counts and to the sum.</summary>
    /// <param name="counts">The timed calls of each bucket, not cumulative.</param>
    /// <param name="sum">The sum over the timed calls.</param>
    /// <param name="untimed">How many calls were not timed.</param>
    /// <returns>The sum over all calls, estimated.</returns>
    internal double Apply(Span<long> counts, double sum, long untimed)
    {
        var fresh = untimed - _givenCount;
        if (fresh > 0 && TryGive(counts, sum, fresh))
        {
            fresh = 0;
        }

        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += _given[i];
        }

        // Nothing was timed yet, so nothing is known of them but that they are below +Inf. The count must be right all the same, and from the last
        // bucket calls can move down later without any cumulative bucket shrinking.
        counts[^1] += Math.Max(0, fresh);
        return sum + _givenSum;
    }

    /// <summary>By the calls timed since the last time, and if there are none by all that were ever timed.</summary>
    private bool TryGive(ReadOnlySpan<long> counts, double sum, long fresh)
    {
        var (all, recent) = (0L, 0L);
        for (var i = 0; i < counts.Length; i++)
        {
            all += counts[i];
            recent += counts[i] - _timedBefore[i];
        }

        if (all <= 0)
        {
            return false;
        }

        // Rounded at the cumulative count, so that what is given adds up to exactly what there is to give, and to the nearest, so that a single
        // call goes to the middle and not always to the slowest.
        var weight = recent > 0 ? recent : all;
        Int128 cumulative = 0;
        Int128 already = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            cumulative += recent > 0 ? counts[i] - _timedBefore[i] : counts[i];
            var upToHere = ((cumulative * fresh) + (weight / 2)) / weight;
            _given[i] += (long)(upToHere - already);
            already = upToHere;
        }

        _givenSum += (sum - (recent > 0 ? _sumBefore : 0)) / weight * fresh;
        _givenCount += fresh;
        _sumBefore = sum;
        counts.CopyTo(_timedBefore);
        return true;
    }
}
