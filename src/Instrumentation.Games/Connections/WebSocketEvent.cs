namespace Instrumentation.Games.Connections;

/// <summary>What happened at a WebSocket.</summary>
/// <remarks>Opening and closing count as a <see cref="ConnectionEvent"/> too: record one or the other, not both.</remarks>
[GameEvent]
public readonly partial record struct WebSocketEvent
{
    /// <summary>Names the connection. Never a label.</summary>
    [EventId]
    public string? ConnectionId { get; init; }

    /// <summary>Names the room. Never a label.</summary>
    [EventId]
    public string? RoomId { get; init; }

    /// <summary>What happened.</summary>
    [MetricLabel("event")]
    public required WebSocketEventType EventType { get; init; }

    /// <summary>For a broadcast: to how many clients it went.</summary>
    public int RecipientCount { get; init; }

    /// <summary>For a broadcast: how long it took to hand it to all of them.</summary>
    public TimeSpan BroadcastTime { get; init; }

    /// <summary>For a broadcast: whether it reached all of them.</summary>
    public bool Success { get; init; }

    /// <summary>Records it, and hands it to whoever listens to the event stream. May be called from any thread; allocates nothing while nobody does.</summary>
    public partial void Record();

    private void OnRecorded()
    {
        switch (EventType)
        {
            case WebSocketEventType.Connect:
                Connection(ConnectionEventType.Opened);
                break;

            case WebSocketEventType.Disconnect:
                Connection(ConnectionEventType.Closed);
                break;

            case WebSocketEventType.Broadcast:
                WebSocketMetrics.Broadcast(BroadcastTime, RecipientCount, Success);
                break;
        }
    }

    private static void Connection(ConnectionEventType type) => new ConnectionEvent { EventType = type, Type = ConnectionType.WebSocket }.OnRecorded();
}
