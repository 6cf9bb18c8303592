namespace Instrumentation.Games.Connections;

/// <summary>What happened at a WebSocket.</summary>
public enum WebSocketEventType
{
    /// <summary>It was opened.</summary>
    Connect,

    /// <summary>It was closed.</summary>
    Disconnect,

    /// <summary>A message was sent to all in a room.</summary>
    Broadcast,
}
