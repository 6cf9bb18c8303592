using Instrumentation.Games.Derived;
using Instrumentation.Games.Sessions;

namespace Instrumentation.Games.Connections;

/// <summary>What is measured of connections, whatever carries them. <see cref="ConnectionEvent"/> records all of it.</summary>
public static partial class ConnectionMetrics
{
    private static readonly RunningCount s_open = new();
    private static readonly RunningCount s_healthy = new();

    [GameMetric(
        MetricKind.Gauge,
        "connection_health_ratio",
        Help = "Of the connections that are open, the share that answers in time; left out while none is open.")]
    internal static double Health => Ratio.Of(s_healthy.Value, s_open.Value);

    [GameMetric(MetricKind.Gauge, "connections", Help = "Connections that are open.")]
    internal static long Open => s_open.Value;

    [GameMetric(MetricKind.Gauge, "active_connections", Help = "Connections that are open and answer in time.")]
    internal static long Healthy => s_healthy.Value;

    [GameMetric(MetricKind.Gauge, "session_connections", Help = "Connections a session, on average; left out while there is no session.")]
    internal static double PerSession => Ratio.Of(s_open.Value, SessionMetrics.Open);

    /// <summary>Counts connections that opened, closed, or changed their health.</summary>
    internal static void Count(ConnectionType type, int open, int healthy)
    {
        s_open.Add(open);
        s_healthy.Add(healthy);
        if (open != 0)
        {
            ByType(type, open);
        }
    }

    [GameMetric(
        MetricKind.Histogram,
        "connection_establishment_seconds",
        Help = "Times to establish a connection.",
        Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10])]
    internal static partial void Established(ConnectionType type, TimeSpan time);

    [GameMetric(MetricKind.Counter, "connection_failures_total", Help = "Connections that could not be established.")]
    internal static partial void Failed(ConnectionType type);

    [GameMetric(MetricKind.UpDownCounter, "connections_by_type", Help = "Clients by how they are connected.")]
    private static partial void ByType(ConnectionType type, int change);
}
