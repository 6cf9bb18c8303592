namespace Instrumentation.Events;

/// <summary>
/// Code that is told of events, whatever their type. It has a bounded queue of its own and is given one event at a time, on a thread of the pool: one that throws or is slow
/// hurts neither the recorder nor others. What it throws is counted in <c>instrumentation_event_stream_failures_total</c>, and events that find the queue full in
/// <c>instrumentation_event_stream_dropped_total</c>, both by <c>subscriber</c>.
/// </summary>
public interface IGameEventListener
{
    /// <summary>Names the listener in metrics and statistics. The type's name unless overridden.</summary>
    public string Name => GetType().Name;

    /// <summary>Called for each event, in the order of recording as far as one thread recorded them.</summary>
    /// <param name="recorded">The event.</param>
    /// <param name="cancellationToken">Cancelled when the subscription has ended.</param>
    public ValueTask OnEventAsync(RecordedEvent recorded, CancellationToken cancellationToken);
}
