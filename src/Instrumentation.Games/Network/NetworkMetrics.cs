namespace Instrumentation.Games.Network;

/// <summary>What is measured of the network. <see cref="NetworkStats"/> records several of these at once.</summary>
public static partial class NetworkMetrics
{
    /// <summary>Observes a round-trip time: of one ping, or an average. One kind of them for each connection type, or its quantiles mean nothing.</summary>
    [GameMetric(MetricKind.Histogram, "network_latency_seconds", Help = "Round-trip times.", Preset = BucketPreset.NetworkLatency)]
    public static partial void Latency(
        [MetricLabel(Limit = Limits.Regions)] string? region,
        [MetricLabel(Limit = Limits.ConnectionTypes)] string? connectionType,
        TimeSpan roundTrip);

    /// <summary>Sets the share of packets that are lost, from 0 to 1.</summary>
    [GameMetric(MetricKind.Gauge, "packet_loss_rate", Help = "Share of packets that are lost.")]
    public static partial void PacketLoss(
        [MetricLabel(Limit = Limits.Regions)] string? region,
        [MetricLabel(Limit = Limits.ConnectionTypes)] string? connectionType,
        double ratio);

    /// <summary>Sets how many connections are open.</summary>
    [GameMetric(MetricKind.Gauge, "websocket_connections", Help = "Connections that are open, by region and by what they are for.")]
    public static partial void Connections(
        [MetricLabel(Limit = Limits.Regions)] string? region,
        [MetricLabel(Limit = Limits.ConnectionTypes)] string? connectionType,
        long open);

    /// <summary>Observes how much the latency varies.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "network_jitter_seconds",
        Help = "How much round-trip times vary.",
        Buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5])]
    public static partial void Jitter(
        [MetricLabel(Limit = Limits.Regions)] string? region,
        [MetricLabel(Limit = Limits.ConnectionTypes)] string? connectionType,
        TimeSpan jitter);

    /// <summary>Adds bytes that were sent to players; at least 0.</summary>
    [GameMetric(MetricKind.Counter, "network_sent_bytes_total", Help = "Bytes sent to players.")]
    public static partial void Sent([MetricLabel(Limit = Limits.ConnectionTypes)] string? connectionType, long bytes);

    /// <summary>Adds bytes that came from players; at least 0.</summary>
    [GameMetric(MetricKind.Counter, "network_received_bytes_total", Help = "Bytes received from players.")]
    public static partial void Received([MetricLabel(Limit = Limits.ConnectionTypes)] string? connectionType, long bytes);

    /// <summary>Counts a hole that was punched for UDP.</summary>
    [GameMetric(MetricKind.Counter, "udp_hole_punch_success_total", Help = "Attempts to punch a hole for UDP that succeeded.")]
    public static partial void HolePunched([MetricLabel(Limit = Limits.Regions)] string? region);

    /// <summary>Counts an attempt to punch a hole for UDP that failed.</summary>
    [GameMetric(MetricKind.Counter, "udp_hole_punch_failures_total", Help = "Attempts to punch a hole for UDP that failed.")]
    public static partial void HolePunchFailed([MetricLabel(Limit = Limits.Regions)] string? region);
}
