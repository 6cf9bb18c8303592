namespace Instrumentation.Events;

/// <summary>How an event stream is doing.</summary>
/// <param name="Events">Events that somebody wanted, since the start.</param>
/// <param name="History">Events that the history holds; 0 while it is off.</param>
/// <param name="Subscribers">The subscriptions there are.</param>
public sealed record GameEventStatistics(long Events, int History, IReadOnlyList<GameEventSubscriberStatistics> Subscribers);
