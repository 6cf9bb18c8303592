using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Conditions;

namespace Instrumentation.Alerting.Tests.Export;

/// <summary>Rules of every kind: all shorthands on every kind of subject, and PromQL as people write it.</summary>
internal static class TestRules
{
    private static readonly ConditionSubject s_operation = ConditionSubject.Operation("CombatService.Attack", "game");
    private static readonly ConditionSubject s_service = ConditionSubject.Operation("Match.Find", service: "matchmaking", metric: "match_find_seconds");
    private static readonly ConditionSubject s_counter = ConditionSubject.OfMetric(SubjectKind.Counter, "shots_total");
    private static readonly ConditionSubject s_gauge = ConditionSubject.OfMetric(SubjectKind.Gauge, "players");
    private static readonly ConditionSubject s_upDown = ConditionSubject.OfMetric(SubjectKind.UpDownCounter, "sessions");
    private static readonly ConditionSubject s_histogram = ConditionSubject.OfMetric(SubjectKind.Histogram, "latency_seconds", "seconds", [0.01, 0.05, 0.1, 0.5, 1]);

    public static IReadOnlyList<(string Name, string Expression)> Shorthands { get; } =
    [
        .. Expand("Operation", s_operation,
            "p50 > 100ms", "p90 > 100ms", "p95 > 100ms", "p99 > 1s over 10m", "mean > 50ms", "rate > 100/s", "rate < 1/s", "rate > 600/m", "errors > 1/s", "error_ratio > 5%",
            "error_ratio > 5% over 10m", "in_flight > 100", "count > 1000", "cancellations > 1/s", "p99.9 > 1s", "p95 > 100ms and error_ratio > 1%", "p99 > 100ms or rate < 1/s"),
        .. Expand("Service", s_service, "p95 > 100ms", "mean > 50ms", "rate > 100/s", "errors > 1/s", "error_ratio > 5%", "in_flight > 100"),
        .. Expand("Counter", s_counter, "rate > 100/s", "rate < 1/s", "increase > 1000", "count > 1000"),
        .. Expand("Gauge", s_gauge, "value > 1000", "value < 10", "value == 0", "value != 5", "mean > 5", "min > 5", "max > 5 over 10m"),
        .. Expand("UpDown", s_upDown, "value > 1000", "value < 10"),
        .. Expand("Histogram", s_histogram, "p95 > 100ms", "p50 < 10ms", "mean > 100ms", "rate > 5/s"),
    ];

    public static IReadOnlyList<(string Name, string Expression)> PromQL { get; } =
    [
        ("InstanceDown", "up == 0"),
        ("Absent", "absent(heartbeat{job=\"game\"})"),
        ("AbsentOverTime", "absent_over_time(heartbeat[5m])"),
        ("ErrorsOfAll", "sum(rate(http_requests_total{status=~\"5..\"}[5m])) / sum(rate(http_requests_total[5m])) > 0.05"),
        ("ErrorsOfOthers", "rate(http_requests_total{status!=\"200\"}[5m]) > 0.1"),
        ("DiskFull", "predict_linear(disk_free_bytes[1h], 4 * 3600) < 0"),
        ("Deriv", "deriv(memory_bytes[10m]) > 1000"),
        ("Delta", "delta(temperature_celsius[10m]) > 5"),
        ("Increase", "increase(restarts_total[15m]) > 3"),
        ("Irate", "irate(packets_total[2m]) > 50"),
        ("Match", "packet_loss_ratio > 0.02 and on (region) players > 100"),
        ("Unless", "players > 100 unless on () maintenance == 1"),
        ("Or", "players > 1000 or sessions > 1000"),
        ("ByRegion", "avg by (region) (ping_seconds) > 0.05"),
        ("Ratio", "cache_hits_total / (cache_hits_total + cache_misses_total) < 0.85"),
        ("RateRatio", "rate(cache_hits_total[5m]) / (rate(cache_hits_total[5m]) + rate(cache_misses_total[5m])) < 0.85"),
        ("MaxOverTime", "max_over_time(queue_length[10m]) > 100"),
        ("Subquery", "avg_over_time(rate(shots_total[1m])[10m:1m]) > 10"),
        ("Quantile", "histogram_quantile(0.95, sum by (le) (rate(combat_seconds_bucket[5m]))) > 0.1"),
        ("BurnRate", "sum(rate(slow_bucket{le=\"0.25\"}[1h])) / sum(rate(slow_count[1h])) < 0.9"),
        ("TwoWindows", "job:errors:ratio_5m > 0.0144 and job:errors:ratio_1h > 0.0144"),
        ("SlowBurn", "job:errors:ratio_6h > 0.001 and job:errors:ratio_3d > 0.001"),
        ("Quoted", "thing{name=\"it's \\\"quoted\\\" \\\\ \"} > 1"),
        ("Changes", "changes(leader[10m]) > 2"),
    ];

    /// <summary>All of them, with what else a rule can have.</summary>
    public static IReadOnlyList<RuleGroup> Groups { get; } =
    [
        new RuleGroup
        {
            Name = "Recorded", Source = "Game.Server", Rules =
            [
                new RecordingRule { Name = "job:errors:ratio_5m", Expression = "rate(errors_total[5m]) / rate(calls_total[5m])", Labels = [new("kind", "a")] },
                new RecordingRule { Name = "job:errors:ratio_6h", Expression = "rate(errors_total[6h]) / rate(calls_total[6h])" },
                new RecordingRule { Name = "job:errors:ratio_3d", Expression = "rate(errors_total[3d]) / rate(calls_total[3d])" },
                new RecordingRule { Name = "job:errors:ratio_1h", Expression = "rate(errors_total[1h]) / rate(calls_total[1h])", Labels = [new("kind", "a")] },
            ],
        },
        new RuleGroup
        {
            Name = "Shorthand", Interval = TimeSpan.FromSeconds(15), Limit = 100,
            Rules = [.. Shorthands.Select(static (rule, i) => Make(rule.Name, rule.Expression, i))],
        },
        new RuleGroup { Name = "Shorthand", Source = "other", Rules = [.. PromQL.Select(static (rule, i) => Make(rule.Name, rule.Expression, i))] },
        new RuleGroup { Name = "Empty", Rules = [] },
    ];

    private static AlertRule Make(string name, string expression, int i) => new()
    {
        Name = name,
        Expression = expression,
        For = TimeSpan.FromSeconds((i % 4) * 30),
        KeepFiringFor = i % 3 == 0 ? TimeSpan.FromMinutes(5) : TimeSpan.Zero,
        Severity = (AlertSeverity)(i % 4),
        Labels = i % 5 == 0 ? [new("team", "core"), new("level", "{{ $value | humanize }}")] : i % 2 == 0 ? [new("team", "core: #1")] : [],
        Annotations = [new("summary", "It's {{ $value }} in {{ $labels.region }}"), new("description", "Two\nlines: \"quoted\""), new("runbook_url", "https://example.com/#a")],
        Cooldown = i % 4 == 0 ? TimeSpan.FromMinutes(5) : TimeSpan.Zero,
        ResolveExpression = i % 6 == 0 ? "players < 5" : null,
        Condition = "as\nwritten",
        Member = "CombatService.Attack",
    };

    private static IEnumerable<(string Name, string Expression)> Expand(string kind, ConditionSubject subject, params string[] conditions)
    {
        for (var i = 0; i < conditions.Length; i++)
        {
            var result = ConditionParser.Parse(conditions[i], subject);
            Assert.True(result.Success, $"{conditions[i]}: {string.Join("; ", result.Errors)}");
            yield return ($"{kind}{i}", result.Expression!.ToString());
        }
    }
}
