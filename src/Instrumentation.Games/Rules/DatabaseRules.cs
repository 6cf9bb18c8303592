using System.Globalization;
using Instrumentation.Rules;

namespace Instrumentation.Games.Rules;

internal static class DatabaseRules
{
    internal static IReadOnlyList<AlertRuleDefinition> Make(string prefix, DatabaseThresholds allowed)
    {
        var table = new RuleTable(prefix, "database", TimeSpan.Zero);
        table.Add(
            "DatabaseSlowQueries", AlertSeverity.Warning, allowed.Wait,
            $"histogram_quantile(0.95, sum by (query_type, le) (rate($_db_query_duration_seconds_bucket[5m]))) > {Text(allowed.SlowQuery)}",
            "The database answers slowly", "One in twenty queries of the kind {{ $labels.query_type }} takes longer than {{ $value | humanizeDuration }}.",
            "$_db_query_duration_seconds_bucket");
        table.Add(
            "DatabaseLowCacheHitRatio", AlertSeverity.Warning, allowed.Wait,
            $"$_cache_hit_rate{{cache_type=\"database\"}} < {Text(allowed.CacheHits)}",
            "The database reads from disk", "Only {{ $value | humanizePercentage }} of what it reads is in its buffers.",
            "$_cache_hit_rate");
        table.Add(
            "DatabaseHighErrorRate", AlertSeverity.Error, allowed.Wait,
            $"sum(rate($_db_query_errors_total[5m])) / sum(rate($_db_query_duration_seconds_count[5m])) > {Text(allowed.Errors)}",
            "Queries fail", "{{ $value | humanizePercentage }} of the queries fail.",
            "$_db_query_errors_total", "$_db_query_duration_seconds_count");
        table.Add(
            "DatabasePoolExhausted", AlertSeverity.Critical, TimeSpan.FromSeconds(30),
            "$_db_connection_utilization_ratio >= 1",
            "The pool {{ $labels.pool_type }} has no connection left", "All of its connections are in use.",
            "$_db_connection_utilization_ratio");
        table.Add(
            "HighProcessorUsage", AlertSeverity.Error, allowed.Wait,
            $"$_cpu_usage_ratio > {Text(allowed.Processor)}",
            "The processors are busy", "The process takes {{ $value | humanizePercentage }} of what all processors have to give.",
            "$_cpu_usage_ratio");
        table.Add(
            "HighResourceMemory", AlertSeverity.Error, allowed.Wait,
            $"$_memory_usage_ratio > {Text(allowed.Memory)}",
            "Memory runs short", "The process takes {{ $value | humanizePercentage }} of the memory that it may use.",
            "$_memory_usage_ratio");
        return table.Rules;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
