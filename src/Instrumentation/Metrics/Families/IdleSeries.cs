namespace Instrumentation.Metrics.Families;

/// <summary>
/// Since when the sums of series have not changed, as far as snapshots have seen. Whoever counts pays nothing for it. Used by one snapshot at a time.
/// </summary>
internal sealed class IdleSeries(int count, TimeSpan after)
{
    private readonly long[] _seen = new long[count];
    private readonly long[] _changed = new long[count];
    private long[]? _seenFractions;

    /// <summary>Compares a series' sums with those of the snapshot before. Returns whether they have been the same for long enough.</summary>
    internal bool IsIdle(int series, long sum, long fraction, DateTimeOffset now)
    {
        if (sum != _seen[series] || fraction != (_seenFractions?[series] ?? 0))
        {
            _seen[series] = sum;
            if (fraction != 0 || _seenFractions is not null)
            {
                (_seenFractions ??= new long[count])[series] = fraction;
            }

            _changed[series] = now.UtcTicks;
            return false;
        }

        return now.UtcTicks - _changed[series] >= after.Ticks;
    }

    /// <summary>Whether a series that was last marked as used so long ago is idle.</summary>
    internal bool IsIdle(int series, DateTimeOffset now) => now.UtcTicks - _changed[series] >= after.Ticks;

    /// <summary>Marks a series as used by now.</summary>
    internal void Use(int series, DateTimeOffset now) => _changed[series] = now.UtcTicks;
}
