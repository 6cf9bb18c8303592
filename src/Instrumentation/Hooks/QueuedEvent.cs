using Instrumentation.Events;

namespace Instrumentation.Hooks;

/// <summary>An event on its way to a hook.</summary>
/// <param name="Name">The recorded name.</param>
/// <param name="Timestamp">When it was recorded, for people.</param>
/// <param name="Number">Its place in the order of events, which tells whether a snapshot was taken after it; a clock may stand still.</param>
/// <param name="Details">What a game event is about; null for others.</param>
internal readonly record struct QueuedEvent(string Name, DateTimeOffset Timestamp, long Number, RecordedEvent? Details = null);
