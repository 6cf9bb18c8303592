using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST042WrongKindTests
{
    [Theory]
    [InlineData("[|value|] > 5")]
    [InlineData("[|max|] > 5ms")]
    [InlineData("in_flight > 5 over [|5m|]")]
    [InlineData("histogram_quantile(0.9, [|sum|](rate(x_bucket[5m]))) > 1")]
    public Task Mistakes_are_reported_at_their_word(string condition) => Verify.Analyzer<INST042WrongKindAnalyzer>(Rule.OnOperation(condition));

    [Theory]
    [InlineData("p95 > 100ms")]
    [InlineData("in_flight > 5")]
    public Task What_is_in_order_does_not_trigger(string condition) => Verify.Analyzer<INST042WrongKindAnalyzer>(Rule.OnOperation(condition));

    [Theory]
    [InlineData("Gauge", "players", "[|rate|] > 5")]
    [InlineData("Gauge", "players", "[|p95|] > 5")]
    [InlineData("Gauge", "players", "[|errors|] > 5")]
    [InlineData("Counter", "kills_total", "[|value|] > 5")]
    [InlineData("Counter", "kills_total", "[|p95|] > 5")]
    [InlineData("Histogram", "damage", "[|error_ratio|] > 5%")]
    [InlineData("UpDownCounter", "rooms", "[|rate|] > 5")]
    public Task Shorthands_of_metrics_fit_their_kind(string kind, string name, string condition) =>
        Verify.Analyzer<INST042WrongKindAnalyzer>(Rule.OnMetric(kind, name, condition));

    [Theory]
    [InlineData("[|rate|](game_players[5m]) > 5")]
    [InlineData("sum([|increase|](game_operations_in_flight[5m])) > 5")]
    [InlineData("[|deriv|](game_kills_total[5m]) > 5")]
    [InlineData("[|game_kills_total|] > 5")]
    [InlineData("sum by (weapon) ([|game_kills_total|]) > 5")]
    [InlineData("5 < [|game_damage_seconds_count|]")]
    [InlineData("[|game_kills_total|] > 5 and game_kills_total > 10")]
    [InlineData("[|game_kills_total|] > 5 unless game_players > 5")]
    [InlineData("game_players > 5 or [|game_kills_total|] > 5")]
    [InlineData("count([|game_kills_total|] >= 2) > 3")]
    [InlineData("histogram_quantile(0.9, sum [|by (map)|] (rate(game_damage_seconds_bucket[5m]))) > 1")]
    [InlineData("histogram_quantile(0.9, sum(rate(game_damage_seconds_bucket[5m])) [|by (map)|]) > 1")]
    [InlineData("histogram_quantile(0.9, sum [|without (le, map)|] (rate(game_damage_seconds_bucket[5m]))) > 1")]
    [InlineData("histogram_quantile(0.9, rate([|game_kills_total|][5m])) > 1")]
    [InlineData("histogram_quantile(0.9, rate([|game_damage_seconds_sum|][5m])) > 1")]
    [InlineData("rate([|game_damage_seconds|][5m]) > 1")]
    [InlineData("rate(game_kills_total[5m]) > 1 and game_players > 5 and game_kills_total == 0")]
    [InlineData("delta(game_players[5m]) > 1 and game_kills_total - game_kills_total offset 5m > 3")]
    public Task PromQL_asks_of_each_metric_what_it_can_answer(string condition) => Verify.Analyzer<INST042WrongKindAnalyzer>(Rule.OnAssembly(condition));

    [Theory]
    [InlineData("game_kills_total > 0")]
    [InlineData("game_kills_total >= 1")]
    [InlineData("game_kills_total < 1")]
    [InlineData("0 < sum(game_kills_total)")]
    [InlineData("game_kills_total == 0")]
    [InlineData("game_kills_total != 5")]
    [InlineData("game_kills_total > 0 and rate(game_kills_total[5m]) > 1")]
    [InlineData("game_kills_total > 100 and rate(game_kills_total[5m]) > 1")]
    [InlineData("rate(game_kills_total[5m]) > 1 and sum by (weapon, region) (game_kills_total) > 100")]
    [InlineData("rate(game_kills_total[5m]) > 1 unless game_kills_total < 100")]
    [InlineData("(rate(game_kills_total[5m]) > 1 and game_damage_seconds_count > 50) and game_hits_total > 20")]
    [InlineData("changes(game_kills_total[1h]) == 0")]
    [InlineData("resets(game_kills_total[1h]) > 2")]
    [InlineData("absent(game_kills_total)")]
    [InlineData("game_kills_total > 100 and absent(game_hits_total)")]
    [InlineData("game_kills_total > game_hits_total * 2")]
    [InlineData("game_kills_total / game_hits_total > 2")]
    [InlineData("game_damage_seconds_sum / game_damage_seconds_count > 2")]
    [InlineData("time() - timestamp(game_kills_total) > 300")]
    [InlineData("game_kills_total - game_kills_total offset 1h > 5")]
    public Task What_counters_may_be_asked_does_not_trigger(string condition) => Verify.Analyzer<INST042WrongKindAnalyzer>(Rule.OnAssembly(condition));

    [Fact]
    public Task The_fix_keeps_the_buckets_apart() => Verify.Fix<INST042WrongKindAnalyzer, INST042WrongKindFix>(
        Rule.OnAssembly("histogram_quantile(0.9, [|sum|](rate(game_damage_seconds_bucket[5m]))) > 1"),
        Rule.OnAssembly("histogram_quantile(0.9, sum by (le)(rate(game_damage_seconds_bucket[5m]))) > 1"));

    [Fact]
    public Task The_fix_puts_in_what_was_meant() => Verify.Fix<INST042WrongKindAnalyzer, INST042WrongKindFix>(
        Rule.OnOperation("[|max|] > 5ms"),
        Rule.OnOperation("p99.9 > 5ms"));

    [Fact]
    public Task The_fix_puts_in_the_function_for_the_kind() => Verify.Fix<INST042WrongKindAnalyzer, INST042WrongKindFix>(
        Rule.OnAssembly("[|rate|](game_players[5m]) > 5"),
        Rule.OnAssembly("deriv(game_players[5m]) > 5"));
}
