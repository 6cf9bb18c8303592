namespace Instrumentation.Events;

/// <summary>How a subscription is doing.</summary>
/// <param name="Name">The subscriber's name.</param>
/// <param name="Delivered">Events that it has been given.</param>
/// <param name="Waiting">Events that wait in its queue.</param>
/// <param name="Dropped">Events that it missed because its queue was full.</param>
/// <param name="Failures">Events on which it threw.</param>
public sealed record GameEventSubscriberStatistics(string Name, long Delivered, int Waiting, long Dropped, long Failures);
