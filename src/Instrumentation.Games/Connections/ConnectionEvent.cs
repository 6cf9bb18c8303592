namespace Instrumentation.Games.Connections;

/// <summary>What happened to a client's connection.</summary>
/// <remarks>
/// A client that has two kinds of connection is <see cref="ConnectionType.Dual"/>: when the second one is opened, record that the first closed and that a dual one opened.
/// </remarks>
[GameEvent]
public readonly partial record struct ConnectionEvent
{
    /// <summary>Names the connection. Never a label.</summary>
    [EventId]
    public string? ConnectionId { get; init; }

    /// <summary>Names the player. Never a label.</summary>
    [EventId]
    public string? PlayerId { get; init; }

    /// <summary>Names the session. Never a label.</summary>
    [EventId]
    public string? SessionId { get; init; }

    /// <summary>What happened.</summary>
    [MetricLabel("event")]
    public required ConnectionEventType EventType { get; init; }

    /// <summary>How the client is connected.</summary>
    [MetricLabel]
    public required ConnectionType Type { get; init; }

    /// <summary>For <see cref="ConnectionEventType.Opened"/>: how long it took.</summary>
    public TimeSpan? EstablishmentTime { get; init; }

    /// <summary>Records it, and hands it to whoever listens to the event stream. May be called from any thread; allocates nothing while nobody does.</summary>
    public partial void Record();

    /// <summary>Counts it, and tells nobody.</summary>
    internal void OnRecorded()
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
