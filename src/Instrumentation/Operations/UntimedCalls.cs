namespace Instrumentation.Operations;

/// <summary>
/// Spreads the calls that sampling did not time over the buckets, in proportion to those it did. Done as the calls come in, a reading at a
/// time, and never taken back: were the whole spread anew each time, a bucket could shrink, which a scraper takes for a restart.
/// </summary>
/// <remarks>Readers take turns; not safe without.</remarks>
internal sealed class UntimedCalls(int bucketCount)
{
    private readonly long[] _timedBefore = new long[bucketCount];
    private readonly long[] _spread = new long[bucketCount];
    private long _ticksBefore;
    private long _spreadCalls;
    private double _spreadTicks;

    /// <summary>Adds the untimed calls to <paramref name="buckets"/>, which holds the timed ones, and returns what to add to their ticks.</summary>
    internal double AddTo(Span<long> buckets, long ticks, long untimed)
    {
        var waiting = untimed - _spreadCalls;
        if (waiting > 0 && Spread(buckets, ticks, waiting))
        {
            waiting = 0;
        }

        for (var i = 0; i < buckets.Length; i++)
        {
            buckets[i] += _spread[i];
        }

        // Nothing was timed yet. The count must be right all the same, and from the last bucket calls can move down later without any
        // cumulative bucket shrinking.
        buckets[^1] += waiting;
        return _spreadTicks;
    }

    private bool Spread(ReadOnlySpan<long> timed, long ticks, long waiting)
    {
        var all = Sum(timed);
        var fresh = all - Sum(_timedBefore);
        if (all <= 0)
        {
            return false;
        }

        // By the calls timed since the last reading; by all of them when there were none.
        var byFresh = fresh > 0;
        var total = byFresh ? fresh : all;
        var (weight, given) = (0L, 0L);
        for (var i = 0; i < timed.Length; i++)
        {
            weight += byFresh ? timed[i] - _timedBefore[i] : timed[i];
            var upToHere = (long)((((Int128)weight * waiting) + (total / 2)) / total);
            _spread[i] += upToHere - given;
            given = upToHere;
        }

        _spreadTicks += (double)(byFresh ? ticks - _ticksBefore : ticks) / total * waiting;
        _spreadCalls += waiting;
        _ticksBefore = ticks;
        timed.CopyTo(_timedBefore);
        return true;
    }

    private static long Sum(ReadOnlySpan<long> counts)
    {
        var sum = 0L;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
