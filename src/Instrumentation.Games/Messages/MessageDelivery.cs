namespace Instrumentation.Games.Messages;

/// <summary>A message to a player, and what became of it.</summary>
public readonly record struct MessageDelivery
{
    /// <summary>Names the player. Never a label.</summary>
    public string? PlayerId { get; init; }

    /// <summary>The kind of message: <c>chat</c>, <c>state</c>, <c>kill</c>.</summary>
    public string? Type { get; init; }

    /// <summary>What became of it.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>From when it was sent to when it was delivered, if known.</summary>
    public TimeSpan? DeliveryTime { get; init; }

    /// <summary>Records it. May be called from any thread; allocates nothing.</summary>
    public void Record()
    {
        MessageMetrics.Sent(Type, Status);
        if (Status == DeliveryStatus.Delivered && DeliveryTime is { } time)
        {
            MessageMetrics.Delivery(time);
        }
    }
}
