namespace Instrumentation.Monitoring;

/// <summary>
/// Lets hooks share a snapshot: one taken after an event serves every event recorded before it was taken. A burst of events thus costs one
/// snapshot, and no hook sees one older than its event.
/// </summary>
/// <param name="take">Takes a snapshot.</param>
/// <param name="lastEvent">The number of the last event so far.</param>
internal sealed class SharedSnapshot(Func<PerformanceSnapshot> take, Func<long> lastEvent)
{
    private readonly Lock _gate = new();
    private PerformanceSnapshot? _latest;
    private long _number;

    internal PerformanceSnapshot After(long number)
    {
        lock (_gate)
        {
            if (_latest is null || _number < number)
            {
                // The number first: an event that comes while the snapshot is being taken is not covered by it.
                var covered = lastEvent();
                _latest = take();
                _number = covered;
            }

            return _latest;
        }
    }
}
