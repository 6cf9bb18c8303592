namespace Instrumentation.Games.Database;

/// <summary>What is measured of pools of database connections. Queries are recorded by <see cref="DatabaseQuery"/>, pools by <see cref="ConnectionPool"/>.</summary>
public static partial class DatabaseMetrics
{
    [GameMetric(MetricKind.Gauge, "db_connection_pool_size", Help = "The most connections a pool holds.")]
    internal static partial void PoolSize([MetricLabel(Limit = Limits.Pools)] string? poolType, int connections);

    [GameMetric(MetricKind.Gauge, "db_open_connections", Help = "Connections to the database that are open.")]
    internal static partial void Open([MetricLabel(Limit = Limits.Pools)] string? poolType, int connections);

    [GameMetric(MetricKind.Gauge, "db_connections_in_use", Help = "Connections to the database that are in use.")]
    internal static partial void InUse([MetricLabel(Limit = Limits.Pools)] string? poolType, int connections);

    [GameMetric(MetricKind.Gauge, "db_connections_idle", Help = "Connections to the database that are open and not in use.")]
    internal static partial void Idle([MetricLabel(Limit = Limits.Pools)] string? poolType, int connections);

    [GameMetric(MetricKind.Gauge, "db_connection_utilization_ratio", Help = "Share of a pool's connections that is in use.")]
    internal static partial void Utilization([MetricLabel(Limit = Limits.Pools)] string? poolType, double ratio);
}
