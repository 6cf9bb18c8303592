namespace Instrumentation.Games.Derived;

/// <summary>How often something happens, by the last stretch of time. Safe from any thread.</summary>
internal sealed class SlidingRate(TimeSpan length)
{
    private readonly Lock _gate = new();
    private readonly SlidingWindow _window = new(length, Clock.Now);
    private long _count;

    internal void Count() => Interlocked.Increment(ref _count);

    internal double ReadPerHour()
    {
        lock (_gate)
        {
            return _window.Advance(Clock.Now, 0, Interlocked.Read(ref _count)).PerHour;
        }
    }
}
