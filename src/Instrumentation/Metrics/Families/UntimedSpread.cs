namespace Instrumentation.Metrics.Families;

/// <summary>
/// Spreads the calls that sampling left untimed over the buckets, in proportion to those that were timed. Keeps what it once gave to a bucket: every bucket is
/// a counter, and one that shrank because the proportions changed would read as a restart to whoever computes a rate.
/// </summary>
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
        if (fresh > 0)
        {
            Give(counts, sum, fresh);
        }

        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += _given[i];
        }

        return sum + _givenSum;
    }

    /// <summary>By the calls timed since the last time, and if there are none by all that were ever timed.</summary>
    private void Give(ReadOnlySpan<long> counts, double sum, long fresh)
    {
        var recent = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            recent += counts[i] - _timedBefore[i];
        }

        var since = recent > 0 ? _timedBefore : [];
        var weight = 0L;
        foreach (var count in counts)
        {
            weight += count;
        }

        weight = recent > 0 ? recent : weight;
        if (weight == 0)
        {
            // Nothing is known of them yet. They are somewhere below +Inf, and say so until the end: the first call of a thread is always timed.
            _given[^1] += fresh;
        }
        else
        {
            // Rounded at the cumulative count, so that what is given adds up to exactly what there is to give.
            Int128 cumulative = 0;
            Int128 already = 0;
            for (var i = 0; i < counts.Length; i++)
            {
                cumulative += counts[i] - (since.Length > 0 ? since[i] : 0);
                var upToHere = cumulative * fresh / weight;
                _given[i] += (long)(upToHere - already);
                already = upToHere;
            }

            _givenSum += (sum - (recent > 0 ? _sumBefore : 0)) / weight * fresh;
        }

        _givenCount += fresh;
        counts.CopyTo(_timedBefore);
        _sumBefore = sum;
    }
}
