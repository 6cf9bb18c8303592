using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST046UnknownRuleLabelTests
{
    [Theory]
    [InlineData("""rate(game_kills_total{[|wepon|]=\"rifle\"}[5m]) > 5""")]
    [InlineData("""rate(game_kills_total{weapon=\"[|rifel|]\"}[5m]) > 5""")]
    [InlineData("""rate(game_kills_total{region!=\"[|asia|]\"}[5m]) > 5""")]
    [InlineData("""rate(game_kills_total{region=~\"eu|[|asia|]\"}[5m]) > 5""")]
    [InlineData("sum by ([|regoin|]) (rate(game_kills_total[5m])) > 5")]
    [InlineData("sum(rate(game_kills_total[5m])) by (weapon, [|map|]) > 5")]
    [InlineData("""rate(game_operation_failures_total{operation=\"[|Combat.Akt|]\"}[5m]) > 5""")]
    [InlineData("""game_players{[|region|]=\"eu\"} > 5""")]
    [InlineData("sum without ([|wepon|]) (rate(game_kills_total[5m])) > 5")]
    [InlineData("rate(game_kills_total[5m]) / on([|wepon|]) rate(game_hits_total[5m]) > 1")]
    [InlineData("rate(game_kills_total[5m]) / ignoring(region, [|wepon|]) rate(game_hits_total[5m]) > 1")]
    [InlineData("rate(game_hits_total[5m]) / on(weapon) group_right([|regoin|]) rate(game_kills_total[5m]) > 1")]
    [InlineData("""rate(game_damage_seconds_bucket{le=\"[|2|]\"}[5m]) > 5""")]
    [InlineData("""rate(game_damage_seconds_bucket{le=\"[|1|]\"}[5m]) > 5""")]
    public Task Mistakes_are_reported_at_their_word(string condition) => Verify.Analyzer<INST046UnknownRuleLabelAnalyzer>(Rule.OnAssembly(condition));

    [Theory]
    [InlineData("""rate(game_kills_total{weapon=\"rifle\",region=~\"e.*\"}[5m]) > 5""")]
    [InlineData("""rate(game_kills_total{weapon=\"other\",region=\"none\"}[5m]) > 5""")]
    [InlineData("""sum by (weapon, instance) (rate(game_kills_total{job=\"x\"}[5m])) > 5""")]
    [InlineData("""rate(game_damage_seconds_bucket{map=\"anything\",le=\"1.0\"}[5m]) > 5""")]
    [InlineData("""rate(game_damage_seconds_bucket{le=\"+Inf\"}[5m]) > 5""")]
    [InlineData("rate(game_kills_total[5m]) / on(weapon, job) group_left rate(game_hits_total[5m]) > 1")]
    [InlineData("""rate(game_kills_total[5m]) / on(shape) label_replace(game_players, \"shape\", \"x\", \"\", \"\") > 1""")]
    [InlineData("""rate(game_operation_failures_total{operation=\"Combat.Act\",error=\"IOException\"}[5m]) > 5""")]
    [InlineData("""something_else{anything=\"x\"} > 5""")]
    [InlineData("""rate(game_kills_total{weapon=\"\"}[5m]) > 5""")]
    public Task What_is_in_order_does_not_trigger(string condition) => Verify.Analyzer<INST046UnknownRuleLabelAnalyzer>(Rule.OnAssembly(condition));

    [Fact]
    public Task The_fix_puts_in_what_was_meant() => Verify.Fix<INST046UnknownRuleLabelAnalyzer, INST046UnknownRuleLabelFix>(
        Rule.OnAssembly("sum by ([|regoin|]) (rate(game_kills_total[5m])) > 5"),
        Rule.OnAssembly("sum by (region) (rate(game_kills_total[5m])) > 5"));

    [Theory]
    [InlineData(", By = [\"[|wepon|]\"]")]
    [InlineData(", By = new[] { \"weapon\", \"[|region|]\" }")]
    [InlineData(", By = [\"weapon\", \"[|weapon|]\"]")]
    [InlineData(", By = [\"weapon\", \"instance\"]")]
    public Task Labels_of_By_are_those_of_the_member(string settings) => Verify.Analyzer<INST046UnknownRuleLabelAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Theory]
    [InlineData("[|error_ratio|] > 5%")]
    [InlineData("errors > 5 and [|p95|] > 100ms")]
    [InlineData("errors > 5")]
    public Task Only_errors_have_a_type(string condition) => Verify.Analyzer<INST046UnknownRuleLabelAnalyzer>(Rule.OnOperation(condition, ", By = [\"error\"]"));

    [Fact]
    public Task Labels_that_a_server_adds_are_named_in_the_configuration() => Verify.Analyzer<INST046UnknownRuleLabelAnalyzer>(
        Rule.OnAssembly("sum by (shard) (rate(game_kills_total{realm=\\\"x\\\"}[5m])) > 5"),
        "root = true\n[*.cs]\ninstrumentation_target_labels = shard, realm\n");
}
