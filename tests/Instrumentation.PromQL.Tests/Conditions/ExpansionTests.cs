using Instrumentation.PromQL.Conditions;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Tests.Conditions;

/// <summary>What each shorthand stands for, character by character: what is exported to a server is this.</summary>
public class ExpansionTests
{
    private static readonly ConditionSubject s_operation = ConditionSubject.Operation("Combat.Act");

    [Theory]
    [InlineData("p95 > 100ms", """histogram_quantile(0.95, sum by (le) (rate(operation_duration_seconds_bucket{operation="Combat.Act"}[5m]))) > 0.1""")]
    [InlineData("p99.9 >= 1.5s over 1h30m", """histogram_quantile(0.999, sum by (le) (rate(operation_duration_seconds_bucket{operation="Combat.Act"}[1h30m]))) >= 1.5""")]
    [InlineData("p50 over 10m > 250us", """histogram_quantile(0.5, sum by (le) (rate(operation_duration_seconds_bucket{operation="Combat.Act"}[10m]))) > 0.00025""")]
    [InlineData("100 ms < p95", """histogram_quantile(0.95, sum by (le) (rate(operation_duration_seconds_bucket{operation="Combat.Act"}[5m]))) > 0.1""")]
    [InlineData("mean > 20ms", """sum(rate(operation_duration_seconds_sum{operation="Combat.Act"}[5m])) / (sum(rate(operation_duration_seconds_count{operation="Combat.Act"}[5m])) > 0) > 0.02""")]
    [InlineData("rate < 5/s", """sum(rate(operation_duration_seconds_count{operation="Combat.Act"}[5m])) < 5""")]
    [InlineData("rate > 90/m", """sum(rate(operation_duration_seconds_count{operation="Combat.Act"}[5m])) > 1.5""")]
    [InlineData("rate > 2Hz", """sum(rate(operation_duration_seconds_count{operation="Combat.Act"}[5m])) > 2""")]
    [InlineData("count > 1_000 over 1h", """sum(increase(operation_duration_seconds_count{operation="Combat.Act"}[1h])) > 1000""")]
    [InlineData("errors > 10", """sum(increase(operation_failures_total{operation="Combat.Act"}[5m])) > 10""")]
    [InlineData("errors > 1/s", """sum(rate(operation_failures_total{operation="Combat.Act"}[5m])) > 1""")]
    [InlineData("errors < 1", """(sum(increase(operation_failures_total{operation="Combat.Act"}[5m])) or sum(rate(operation_duration_seconds_count{operation="Combat.Act"}[5m])) * 0) < 1""")]
    [InlineData("cancellations > 3 over 1m", """sum(increase(operation_cancellations_total{operation="Combat.Act"}[1m])) > 3""")]
    [InlineData("in_flight > 100", """sum(operations_in_flight{operation="Combat.Act"}) > 100""")]
    [InlineData(
        "error_ratio > 5%",
        """(sum(rate(operation_failures_total{operation="Combat.Act"}[5m])) or sum(rate(operation_duration_seconds_count{operation="Combat.Act"}[5m])) * 0) / (sum(rate(operation_duration_seconds_count{operation="Combat.Act"}[5m])) > 0) > 0.05""")]
    [InlineData("p95 > 100ms and rate > 1/s", """histogram_quantile(0.95, sum by (le) (rate(operation_duration_seconds_bucket{operation="Combat.Act"}[5m]))) > 0.1 and sum(rate(operation_duration_seconds_count{operation="Combat.Act"}[5m])) > 1""")]
    [InlineData("(in_flight > 5 or rate > 1/s) over 1m", """(sum(operations_in_flight{operation="Combat.Act"}) > 5 or sum(rate(operation_duration_seconds_count{operation="Combat.Act"}[1m])) > 1)""")]
    [InlineData("in_flight > 5 unless rate > 1", """sum(operations_in_flight{operation="Combat.Act"}) > 5 unless sum(rate(operation_duration_seconds_count{operation="Combat.Act"}[5m])) > 1""")]
    [InlineData("p95 > 1e-3s", """histogram_quantile(0.95, sum by (le) (rate(operation_duration_seconds_bucket{operation="Combat.Act"}[5m]))) > 0.001""")]
    public void Of_operations(string condition, string expected) => Expands(condition, s_operation, expected);

    [Fact]
    public void Of_an_operation_with_prefix_service_and_own_histogram()
    {
        var subject = ConditionSubject.Operation("Say \"hi\"", "arena", "combat", "hi_seconds", [0.1, 1]);
        Expands("p95 > 100ms", subject, """histogram_quantile(0.95, sum by (le) (rate(arena_hi_seconds_bucket{service="combat"}[5m]))) > 0.1""");
        Expands("in_flight > 1", subject, """sum(arena_operations_in_flight{operation="Say \"hi\"",service="combat"}) > 1""");
        Expands("errors > 1", subject, """sum(increase(arena_operation_failures_total{operation="Say \"hi\"",service="combat"}[5m])) > 1""");
        Expands("rate > 1", ConditionSubject.Operation("x", metric: "x_seconds"), "sum(rate(x_seconds_count[5m])) > 1");
    }

    [Theory]
    [InlineData("p95 > 100ms", """histogram_quantile(0.95, sum by (le, weapon, region) (rate(operation_duration_seconds_bucket{operation="Combat.Act"}[5m]))) > 0.1""")]
    [InlineData("rate > 1", """sum by (weapon, region) (rate(operation_duration_seconds_count{operation="Combat.Act"}[5m])) > 1""")]
    public void By_labels(string condition, string expected) => Expands(condition, s_operation with { By = ["weapon", "region"] }, expected);

    [Theory]
    [InlineData(SubjectKind.Counter, "game_hits_total", "rate > 10/s", "sum(rate(game_hits_total[5m])) > 10")]
    [InlineData(SubjectKind.Counter, "game_hits_total", "count > 10 over 1m", "sum(increase(game_hits_total[1m])) > 10")]
    [InlineData(SubjectKind.Counter, "sent_bytes_total", "rate > 5MB/s", "sum(rate(sent_bytes_total[5m])) > 5000000")]
    [InlineData(SubjectKind.Counter, "sent_bytes_total", "increase > 2GiB over 1d", "sum(increase(sent_bytes_total[1d])) > 2147483648")]
    [InlineData(SubjectKind.Counter, "cpu_seconds_total", "rate > 80%", "sum(rate(cpu_seconds_total[5m])) > 0.8")]
    [InlineData(SubjectKind.Counter, "cpu_seconds_total", "rate > 500ms/s", "sum(rate(cpu_seconds_total[5m])) > 0.5")]
    [InlineData(SubjectKind.Gauge, "players", "value > 100", "players > 100")]
    [InlineData(SubjectKind.Gauge, "players", "value < -5", "players < -5")]
    [InlineData(SubjectKind.Gauge, "players", "max > 100 over 10m", "max_over_time(players[10m]) > 100")]
    [InlineData(SubjectKind.Gauge, "cache_hit_ratio", "mean < 85%", "avg_over_time(cache_hit_ratio[5m]) < 0.85")]
    [InlineData(SubjectKind.Gauge, "load_percent", "value > 90%", "load_percent > 90")]
    [InlineData(SubjectKind.Gauge, "tick_milliseconds", "value > 1s", "tick_milliseconds > 1000")]
    [InlineData(SubjectKind.Gauge, "heap_bytes", "value > 1.5GB", "heap_bytes > 1500000000")]
    [InlineData(SubjectKind.UpDownCounter, "sessions", "value == 0", "sessions == 0")]
    [InlineData(SubjectKind.Histogram, "damage", "p99 > 500", "histogram_quantile(0.99, sum by (le) (rate(damage_bucket[5m]))) > 500")]
    [InlineData(SubjectKind.Histogram, "packet_bytes", "mean > 1KB", "sum(rate(packet_bytes_sum[5m])) / (sum(rate(packet_bytes_count[5m])) > 0) > 1000")]
    [InlineData(SubjectKind.Histogram, "damage", "rate > 1/s", "sum(rate(damage_count[5m])) > 1")]
    public void Of_metrics(SubjectKind kind, string metric, string condition, string expected) =>
        Expands(condition, ConditionSubject.OfMetric(kind, metric), expected);

    [Fact]
    public void Gauges_by_label_are_added_up_and_shares_are_averaged()
    {
        Expands("value > 5", ConditionSubject.OfMetric(SubjectKind.Gauge, "players") with { By = ["region"] }, "sum by (region) (players) > 5");
        Expands("value > 5%", ConditionSubject.OfMetric(SubjectKind.Gauge, "load_ratio") with { By = ["region"] }, "avg by (region) (load_ratio) > 0.05");
        Expands("max > 5", ConditionSubject.OfMetric(SubjectKind.Gauge, "players") with { By = ["region"] }, "max by (region) (max_over_time(players[5m])) > 5");
    }

    [Theory]
    [InlineData("up == 0")]
    [InlineData("absent(up)")]
    [InlineData("rate(http_requests_total[5m]) > 5")]
    [InlineData("count by (value) (up) > 5")]
    [InlineData("sum(rate(x_total[5m])) / sum(rate(y_total[5m])) > 0.5")]
    [InlineData("game_players > 100 and game_rooms < 5")]
    [InlineData("histogram_quantile(0.95, sum by (le) (rate(x_bucket[5m]))) > 100ms")]
    [InlineData("node_load1 > 5 offset 5m")]
    public void PromQL_is_taken_as_it_is(string condition)
    {
        var result = ConditionParser.Parse(condition, s_operation);
        Assert.False(result.IsShorthand);
        if (PromQLParser.Parse(condition, ParserFeatures.None) is { Success: true } parsed)
        {
            Assert.Empty(result.Errors);
            Assert.Equal(parsed.Expression!.ToString(), result.Expression!.ToString());
        }
    }

    [Fact]
    public void The_windows_are_listed_with_their_places()
    {
        var text = "p95 > 100ms over 10s and max_over_time(x[5s]) > 1";
        Assert.False(ConditionParser.Parse(text, s_operation).Success);
        var shorthand = Assert.Single(ConditionParser.Parse("p95 > 100ms over 10s", s_operation).Windows);
        Assert.Equal((TimeSpan.FromSeconds(10), new SourceRange(17, 20), true), (shorthand.Length, shorthand.Range, shorthand.NeedsSamples));
        var promQL = Assert.Single(ConditionParser.Parse("max_over_time(x[5s]) > 1", s_operation).Windows);
        Assert.Equal((TimeSpan.FromSeconds(5), new SourceRange(16, 18), false), (promQL.Length, promQL.Range, promQL.NeedsSamples));
    }

    private static void Expands(string condition, ConditionSubject subject, string expected)
    {
        var result = ConditionParser.Parse(condition, subject);
        Assert.Empty(result.Errors.Select(error => error.Describe(condition)));
        Assert.True(result.IsShorthand);
        Assert.Equal(expected, result.Expression!.ToString());
        Assert.Equal(expected, PromQLParser.ParseOrThrow(expected, ParserFeatures.None).ToString());
    }
}
