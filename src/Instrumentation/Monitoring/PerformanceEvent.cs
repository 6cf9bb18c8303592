using Instrumentation.Events;

namespace Instrumentation.Monitoring;

/// <summary>What a hook is told about one event.</summary>
/// <param name="Name">The name that was recorded.</param>
/// <param name="Timestamp">When it was recorded (UTC).</param>
/// <param name="Snapshot">
/// Taken after the event, on its way to the hook, so that recording costs next to nothing; events that waited together share one.
/// </param>
public sealed record PerformanceEvent(string Name, DateTimeOffset Timestamp, PerformanceSnapshot Snapshot)
{
    /// <summary>What a game event is about: labels, identifiers, values. Null for an event that was recorded by its name alone.</summary>
    public RecordedEvent? Details { get; init; }
}
