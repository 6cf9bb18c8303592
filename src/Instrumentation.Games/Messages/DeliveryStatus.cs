namespace Instrumentation.Games.Messages;

/// <summary>What became of a message.</summary>
public enum DeliveryStatus
{
    /// <summary>It was handed to the network, or its receipt confirmed, as the game defines it.</summary>
    Delivered,

    /// <summary>It was not.</summary>
    Failed,
}
