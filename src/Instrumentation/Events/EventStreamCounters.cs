using Instrumentation.Metrics;

namespace Instrumentation.Events;

/// <summary>What an event stream counts about its subscribers.</summary>
internal sealed class EventStreamCounters
{
    private readonly InstrumentRegistry _registry;
    private readonly Counter<string?> _dropped;
    private readonly Counter<string?> _failures;

    internal EventStreamCounters(InstrumentRegistry registry, int maxSubscribers)
    {
        _registry = registry;
        _dropped = registry.Counter(
            "instrumentation_event_stream_dropped_total",
            "Events that a subscriber of the event stream missed because its queue was full.",
            Label.ForStrings("subscriber", maxSubscribers));
        _failures = registry.Counter(
            "instrumentation_event_stream_failures_total",
            "Events on which a subscriber of the event stream threw, or that could not be described.",
            Label.ForStrings("subscriber", maxSubscribers));
    }

    /// <summary>Shows both as 0 from the start: an alert on an increase would miss the first one otherwise.</summary>
    internal void Show(string subscriber)
    {
        _dropped.Show(_dropped.SeriesOf(subscriber));
        _failures.Show(_failures.SeriesOf(subscriber));
    }

    internal void Dropped(string subscriber) => _dropped.Increment(subscriber);

    internal void Failed(string subscriber) => _failures.Increment(subscriber);

    internal void Note(string message) => _registry.Notices.Add(message);
}
