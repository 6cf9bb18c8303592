namespace Instrumentation.Events;

/// <summary>A subscription, apart from what it is given.</summary>
internal abstract class EventSubscriber : IDisposable
{
    private readonly EventStreamCounters _counters;
    private Action? _removed;
    private long _delivered;
    private long _dropped;
    private long _failures;

    private protected EventSubscriber(string name, EventStreamCounters counters)
    {
        (Name, _counters) = (name, counters);
        counters.Show(name);
    }

    internal string Name { get; }

    internal abstract int Waiting { get; }

    internal GameEventSubscriberStatistics Statistics =>
        new(Name, Volatile.Read(ref _delivered), Waiting, Volatile.Read(ref _dropped), Volatile.Read(ref _failures));

    /// <summary>What takes the subscription out of its stream.</summary>
    internal void OnRemoval(Action removed) => _removed = removed;

    /// <summary>Ends the subscription; events that wait are discarded. A handler that runs is not waited for.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _removed, null)?.Invoke();
        End();
    }

    private protected abstract void End();

    private protected void Delivered() => Interlocked.Increment(ref _delivered);

    private protected void Drop()
    {
        if (Interlocked.Increment(ref _dropped) == 1)
        {
            _counters.Note($"The subscriber '{Name}' of the event stream is too slow and misses events: see instrumentation_event_stream_dropped_total.");
        }

        _counters.Dropped(Name);
    }

    private protected void Fail(Exception exception)
    {
        if (Interlocked.Increment(ref _failures) == 1)
        {
            _counters.Note($"The subscriber '{Name}' of the event stream failed: {exception.GetType().Name}: {exception.Message}");
        }

        _counters.Failed(Name);
    }
}
