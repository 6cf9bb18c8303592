using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST044MisspeltMetricTests
{
    [Theory]
    [InlineData("rate([|game_kils_total|][5m]) > 5")]
    [InlineData("[|game_player|] > 5")]
    [InlineData("[|players|] > 5")]
    [InlineData("rate([|damage_seconds_count|][5m]) > 5")]
    [InlineData("sum(rate([|game_kills|][5m])) > 5")]
    [InlineData("rate([|game_operation_duration_second_count|][5m]) > 5")]
    [InlineData("rate([|game_hit_total|][5m]) > 5")]
    [InlineData("game_players > 5 or [|game_plyaers|] < 1")]
    public Task Mistakes_are_reported_at_their_word(string condition) => Verify.Analyzer<INST044MisspeltMetricAnalyzer>(Rule.OnAssembly(condition));

    [Theory]
    [InlineData("rate(game_kills_total[5m]) > 5")]
    [InlineData("game_players > 5")]
    [InlineData("rate(game_operation_duration_seconds_count[5m]) > 5")]
    [InlineData("rate(game_hits_total[5m]) > 5")]
    [InlineData("up == 0")]
    [InlineData("slo:sli_error:ratio_rate5m > 0.1")]
    [InlineData("something_else > 5")]
    [InlineData("""{__name__=~\"game_.*\"} > 5""")]
    public Task What_is_in_order_does_not_trigger(string condition) => Verify.Analyzer<INST044MisspeltMetricAnalyzer>(Rule.OnAssembly(condition));

    [Fact]
    public Task The_fix_puts_in_what_was_meant() => Verify.Fix<INST044MisspeltMetricAnalyzer, INST044MisspeltMetricFix>(
        Rule.OnAssembly("rate([|game_kils_total|][5m]) > 5"),
        Rule.OnAssembly("rate(game_kills_total[5m]) > 5"));
}
