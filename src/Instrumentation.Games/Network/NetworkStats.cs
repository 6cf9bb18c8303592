namespace Instrumentation.Games.Network;

/// <summary>How the network to one region does, over one kind of connection. What is null is not known, and not recorded.</summary>
public readonly record struct NetworkStats
{
    /// <summary>The region.</summary>
    public string? Region { get; init; }

    /// <summary>What the connections are used for, or what they are: <c>game</c>, <c>chat</c>, <c>websocket</c>, <c>udp</c>.</summary>
    public string? ConnectionType { get; init; }

    /// <summary>The round-trip time, on average since the last report.</summary>
    public TimeSpan? AvgLatency { get; init; }

    /// <summary>How much the round-trip time varied.</summary>
    public TimeSpan? Jitter { get; init; }

    /// <summary>The share of packets that were lost since the last report, from 0 to 1.</summary>
    public double? PacketLossRate { get; init; }

    /// <summary>The connections that are open.</summary>
    public long? ActiveConnections { get; init; }

    /// <summary>Records what is known. May be called from any thread; allocates nothing.</summary>
    public void Record()
    {
        if (AvgLatency is { } latency)
        {
            NetworkMetrics.Latency(Region, ConnectionType, latency);
        }

        if (Jitter is { } jitter)
        {
            NetworkMetrics.Jitter(Region, ConnectionType, jitter);
        }

        if (PacketLossRate is { } lost)
        {
            NetworkMetrics.PacketLoss(Region, ConnectionType, lost);
        }

        if (ActiveConnections is { } open)
        {
            NetworkMetrics.Connections(Region, ConnectionType, open);
        }
    }
}
