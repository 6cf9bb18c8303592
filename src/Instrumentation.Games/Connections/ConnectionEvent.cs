namespace Instrumentation.Games.Connections;

/// <summary>What happened to a client's connection.</summary>
/// <remarks>
/// A client that has two kinds of connection is <see cref="ConnectionType.Dual"/>: when the second one is opened, record that the first closed and that a dual one opened.
/// </remarks>
public readonly record struct ConnectionEvent
{
    /// <summary>Names the connection. Never a label.</summary>
    public string? ConnectionId { get; init; }

    /// <summary>Names the player. Never a label.</summary>
    public string? PlayerId { get; init; }

    /// <summary>Names the session. Never a label.</summary>
    public string? SessionId { get; init; }

    /// <summary>What happened.</summary>
    public required ConnectionEventType EventType { get; init; }

    /// <summary>How the client is connected.</summary>
    public required ConnectionType Type { get; init; }

    /// <summary>For <see cref="ConnectionEventType.Opened"/>: how long it took.</summary>
    public TimeSpan? EstablishmentTime { get; init; }

    /// <summary>Records it. May be called from any thread; allocates nothing.</summary>
    public void Record()
    {
        switch (EventType)
        {
            case ConnectionEventType.Opened:
                Count(open: 1, healthy: 1);
                if (EstablishmentTime is { } time)
                {
                    ConnectionMetrics.Established(Type, time);
                }

                break;

            case ConnectionEventType.Failed:
                ConnectionMetrics.Failed(Type);
                break;

            case ConnectionEventType.Degraded:
                Count(open: 0, healthy: -1);
                break;

            case ConnectionEventType.Recovered:
                Count(open: 0, healthy: 1);
                break;

            case ConnectionEventType.Closed:
                Count(open: -1, healthy: -1);
                break;

            case ConnectionEventType.Lost:
                Count(open: -1, healthy: 0);
                break;
        }
    }

    private void Count(int open, int healthy)
    {
        ConnectionMetrics.Count(Type, open, healthy);
        if (Type == ConnectionType.WebSocket && open != 0)
        {
            WebSocketMetrics.Count(open);
        }
    }
}
