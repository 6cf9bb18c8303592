namespace Instrumentation.Games.Connections;

/// <summary>How a client is connected.</summary>
public enum ConnectionType
{
    /// <summary>By a WebSocket alone.</summary>
    [LabelValue("websocket")]
    WebSocket,

    /// <summary>By server-sent events alone.</summary>
    Sse,

    /// <summary>By both at once.</summary>
    Dual,

    /// <summary>By datagrams.</summary>
    Udp,
}
