namespace Instrumentation.Hooks;

/// <summary>An event on its way to a hook.</summary>
/// <param name="Name">The recorded name.</param>
/// <param name="Timestamp">When it was recorded, for people.</param>
/// <param name="Number">Its place in the order of events, which tells whether a snapshot was taken after it; a clock may stand still.</param>
internal readonly record struct QueuedEvent(string Name, DateTimeOffset Timestamp, long Number);
