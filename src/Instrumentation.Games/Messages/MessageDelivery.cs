namespace Instrumentation.Games.Messages;

/// <summary>A message to a player, and what became of it.</summary>
[GameEvent("messages_sent", Help = "Messages to players, by what became of them.")]
public readonly partial record struct MessageDelivery
{
    /// <summary>Names the player. Never a label.</summary>
    [EventId]
    public string? PlayerId { get; init; }

    /// <summary>The kind of message: <c>chat</c>, <c>state</c>, <c>kill</c>.</summary>
    [MetricLabel(Limit = Limits.MessageTypes)]
    public string? Type { get; init; }

    /// <summary>What became of it.</summary>
    [MetricLabel]
    public required DeliveryStatus Status { get; init; }

    /// <summary>From when it was sent to when it was delivered, if known.</summary>
    public TimeSpan? DeliveryTime { get; init; }

    [GameMetric(
        MetricKind.Histogram,
        "message_delivery_seconds",
        Help = "Times from sending a message to its delivery.",
        Labels = [],
        Buckets = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5])]
    private TimeSpan? Delivered => Status == DeliveryStatus.Delivered ? DeliveryTime : null;

    /// <summary>Records it, and hands it to whoever listens to the event stream. May be called from any thread; allocates nothing while nobody does.</summary>
    public partial void Record();

    private void OnRecorded() => MessageMetrics.Sent(Status);
}
