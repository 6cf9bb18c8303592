namespace Instrumentation.Events;

/// <summary>The last events, in a ring.</summary>
internal sealed class EventHistory(int size)
{
    private readonly Lock _gate = new();
    private readonly RecordedEvent?[] _ring = new RecordedEvent?[size];
    private long _added;

    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return (int)Math.Min(_added, _ring.Length);
            }
        }
    }

    internal void Add(RecordedEvent recorded)
    {
        lock (_gate)
        {
            _ring[_added++ % _ring.Length] = recorded;
        }
    }

    /// <summary>The events that match, oldest first.</summary>
    internal IReadOnlyList<RecordedEvent> Read(GameEventFilter? filter)
    {
        RecordedEvent[] all;
        lock (_gate)
        {
            var count = Math.Min(_added, _ring.Length);
            all = new RecordedEvent[count];
            for (var i = 0; i < count; i++)
            {
                all[i] = _ring[(_added - count + i) % _ring.Length]!;
            }
        }

        // Outside the lock: whoever records waits for it.
        return filter is null ? all : Array.FindAll(all, filter.Matches);
    }
}
