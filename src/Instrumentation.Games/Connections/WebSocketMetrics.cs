namespace Instrumentation.Games.Connections;

/// <summary>What is measured of WebSockets. <see cref="WebSocketEvent"/> records all of it, <see cref="ConnectionEvent"/> what it knows.</summary>
public static partial class WebSocketMetrics
{
    /// <summary>Counts WebSockets that opened, or with a negative number closed.</summary>
    internal static void Count(int change)
    {
        Active(change);
        if (change > 0)
        {
            Opened();
        }
        else
        {
            Closed();
        }
    }

    internal static void Broadcast(TimeSpan time, int recipients, bool success)
    {
        BroadcastTime(time);
        Recipients(recipients);
        if (!success)
        {
            BroadcastFailed();
        }
    }

    [GameMetric(MetricKind.UpDownCounter, "websocket_connections_active", Help = "WebSockets that are open.")]
    private static partial void Active(int change);

    [GameMetric(MetricKind.Counter, "websocket_connections_opened_total", Help = "WebSockets that were opened.")]
    private static partial void Opened();

    [GameMetric(MetricKind.Counter, "websocket_connections_closed_total", Help = "WebSockets that were closed.")]
    private static partial void Closed();

    [GameMetric(
        MetricKind.Histogram,
        "websocket_broadcast_time_seconds",
        Help = "Times to hand a message to all in a room.",
        Buckets = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1])]
    private static partial void BroadcastTime(TimeSpan time);

    [GameMetric(MetricKind.Counter, "websocket_broadcast_recipients_total", Help = "Clients to whom broadcasts went.")]
    private static partial void Recipients(int count);

    [GameMetric(MetricKind.Counter, "websocket_broadcast_failures_total", Help = "Broadcasts that did not reach everybody.")]
    private static partial void BroadcastFailed();
}
