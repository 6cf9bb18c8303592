using Instrumentation.Rules;

namespace Instrumentation.Games.Rules;

/// <summary>The ready-made alert rules, for the metrics of this package under a prefix. Shares are of 1, times in seconds.</summary>
public static class GameRules
{
    private static readonly TimeSpan s_cooldown = TimeSpan.FromMinutes(5);

    /// <summary>Rules about what players feel: combat, network, sessions, and the cache, queries and memory behind them.</summary>
    /// <param name="prefix">The prefix of the metrics; empty for none.</param>
    /// <returns>Eight rules.</returns>
    public static IReadOnlyList<AlertRuleDefinition> Gameplay(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var table = new RuleTable(prefix, "gameplay", s_cooldown);
        table.Add(
            "HighCombatResponseTime", AlertSeverity.Warning, Minutes(1),
            "histogram_quantile(0.95, sum by (region, le) (rate($_combat_response_time_seconds_bucket[1m]))) > 0.1",
            "Combat answers slowly in {{ $labels.region }}", "One in twenty answers takes longer than {{ $value | humanizeDuration }}.",
            "$_combat_response_time_seconds_bucket");
        table.Add(
            "HighNetworkLatency", AlertSeverity.Error, Minutes(1),
            "sum by (region) (rate($_network_latency_seconds_sum[1m])) / sum by (region) (rate($_network_latency_seconds_count[1m])) > 0.05",
            "The network to {{ $labels.region }} is slow", "A round trip takes {{ $value | humanizeDuration }} on average.",
            "$_network_latency_seconds_sum", "$_network_latency_seconds_count");
        table.Add(
            "HighPacketLoss", AlertSeverity.Critical, Seconds(30),
            "$_packet_loss_rate > 0.02",
            "Packets to {{ $labels.region }} get lost", "{{ $value | humanizePercentage }} of the packets of {{ $labels.connection_type }} connections are lost.",
            "$_packet_loss_rate");
        table.Add(
            "LowCacheHitRate", AlertSeverity.Warning, Minutes(5),
            "$_cache_hit_rate < 0.85",
            "The cache {{ $labels.cache_type }} misses often", "Only {{ $value | humanizePercentage }} of the lookups hit.",
            "$_cache_hit_rate");
        table.Add(
            "HighSessionDropRate", AlertSeverity.Error, Minutes(1),
            "$_session_drop_rate > 0.03",
            "Players in {{ $labels.region }} are cut off", "{{ $value | humanizePercentage }} of the sessions that end do so because the player was cut off.",
            "$_session_drop_rate");
        table.Add(
            "HighErrorRate", AlertSeverity.Error, Minutes(1),
            "sum by (service) (rate($_responses_total{status=\"5xx\"}[1m])) / sum by (service) (rate($_responses_total[1m])) > 0.05",
            "{{ $labels.service }} fails often", "{{ $value | humanizePercentage }} of its answers are errors.",
            "$_responses_total");
        table.Add(
            "SlowDatabaseQueries", AlertSeverity.Warning, Seconds(30),
            "histogram_quantile(0.95, sum by (query_type, le) (rate($_db_query_duration_seconds_bucket[1m]))) > 0.1",
            "Queries are slow", "One in twenty of the kind {{ $labels.query_type }} takes longer than {{ $value | humanizeDuration }}.",
            "$_db_query_duration_seconds_bucket");
        table.Add(
            "HighMemoryUsage", AlertSeverity.Warning, Minutes(1),
            "$_memory_usage_bytes{type=\"rss\"} > 1073741824",
            "The process takes much memory", "{{ $value | humanize1024 }}B of it are in RAM.",
            "$_memory_usage_bytes");
        return table.Rules;
    }

    /// <summary>Rules about connections, messages, errors and memory.</summary>
    /// <param name="prefix">The prefix of the metrics; empty for none.</param>
    /// <returns>Six rules.</returns>
    public static IReadOnlyList<AlertRuleDefinition> Connections(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var table = new RuleTable(prefix, "connections", TimeSpan.Zero);
        table.Add(
            "HighConnectionFailureRate", AlertSeverity.Warning, Minutes(2),
            "sum(rate($_connection_failures_total[5m])) > 0.1",
            "Connections fail", "{{ $value | humanize }} attempts to connect fail each second.",
            "$_connection_failures_total");
        table.Add(
            "LowConnectionHealth", AlertSeverity.Critical, Minutes(1),
            "$_connection_health_ratio < 0.9",
            "Connections do not answer", "Only {{ $value | humanizePercentage }} of the open connections answer in time.",
            "$_connection_health_ratio");
        table.Add(
            "HighMemoryUsageRatio", AlertSeverity.Warning, Minutes(5),
            "$_memory_usage_ratio > 0.85",
            "Memory runs short", "The process takes {{ $value | humanizePercentage }} of the memory that it may use.",
            "$_memory_usage_ratio");
        table.Add(
            "HighErrorsPerSecond", AlertSeverity.Warning, Minutes(2),
            "sum(rate($_errors_total[5m])) > 0.05",
            "Errors pile up", "{{ $value | humanize }} errors come up each second.",
            "$_errors_total");
        table.Add(
            "SlowConnectionEstablishment", AlertSeverity.Warning, Minutes(5),
            "histogram_quantile(0.95, sum by (type, le) (rate($_connection_establishment_seconds_bucket[5m]))) > 2",
            "Connecting is slow", "One in twenty {{ $labels.type }} connections takes longer than {{ $value | humanizeDuration }}.",
            "$_connection_establishment_seconds_bucket");
        table.Add(
            "SlowMessageDelivery", AlertSeverity.Warning, Minutes(5),
            "histogram_quantile(0.95, sum by (le) (rate($_message_delivery_seconds_bucket[5m]))) > 0.5",
            "Messages are slow", "One in twenty takes longer than {{ $value | humanizeDuration }}.",
            "$_message_delivery_seconds_bucket");
        return table.Rules;
    }

    /// <summary>Rules about the database, as strict as a preset says.</summary>
    /// <param name="prefix">The prefix of the metrics; empty for none.</param>
    /// <param name="preset">The preset.</param>
    /// <returns>Six rules, or none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such preset.</exception>
    public static IReadOnlyList<AlertRuleDefinition> Database(string prefix, DatabasePreset preset)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return preset == DatabasePreset.None ? [] : DatabaseRules.Make(prefix, DatabaseThresholds.Of(preset));
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
