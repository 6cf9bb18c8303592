namespace Instrumentation.Games.Derived;

/// <summary>Of what happened in the last stretch of time, the share that was of one kind. Safe from any thread.</summary>
internal sealed class SlidingRatio(TimeSpan length)
{
    private readonly Lock _gate = new();
    private readonly SlidingWindow _window = new(length, Clock.Now);
    private long _part;
    private long _whole;

    internal void Count(long part, long whole)
    {
        // The whole first, and read last: a reader in between never sees more of the part than of the whole.
        Interlocked.Add(ref _whole, whole);
        if (part != 0)
        {
            Interlocked.Add(ref _part, part);
        }
    }

    /// <summary>The share now, or NaN when nothing happened.</summary>
    internal double Read() => Read(Clock.Now);

    internal double Read(TimeSpan now)
    {
        lock (_gate)
        {
            var part = Interlocked.Read(ref _part);
            return _window.Advance(now, part, Interlocked.Read(ref _whole)).Ratio;
        }
    }
}
