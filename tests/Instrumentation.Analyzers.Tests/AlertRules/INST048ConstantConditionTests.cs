using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST048ConstantConditionTests
{
    [Theory]
    [InlineData("[|p95 >= 0|]")]
    [InlineData("[|p95 > 10s|]")]
    [InlineData("p95 > [|100|]")]
    [InlineData("[|error_ratio > 150%|]")]
    [InlineData("error_ratio > [|5|]")]
    [InlineData("in_flight > 5 and [|in_flight < 3|]")]
    [InlineData("in_flight > 5 or [|in_flight < 10|]")]
    [InlineData("[|rate < 0|]")]
    [InlineData("[|up|]")]
    [InlineData("x > 5 and [|x < 3|]")]
    [InlineData("[|sum(rate(x_total[5m])) >= 0|]")]
    [InlineData("x [|> bool|] 5")]
    public Task Mistakes_are_reported_at_their_word(string condition) => Verify.Analyzer<INST048ConstantConditionAnalyzer>(Rule.OnOperation(condition));

    [Theory]
    [InlineData("p95 > 9s")]
    [InlineData("error_ratio > 50%")]
    [InlineData("in_flight > 5 and in_flight < 10")]
    [InlineData("rate == 0")]
    [InlineData("absent(up)")]
    [InlineData("x > 5 and y < 3")]
    public Task What_is_in_order_does_not_trigger(string condition) => Verify.Analyzer<INST048ConstantConditionAnalyzer>(Rule.OnOperation(condition));

    [Theory]
    [InlineData("error_ratio > [|5|]", "error_ratio > 5%")]
    [InlineData("p95 > [|100|]", "p95 > 100ms")]
    public Task The_fix_puts_in_what_was_meant(string wrong, string right) =>
        Verify.Fix<INST048ConstantConditionAnalyzer, INST048ConstantConditionFix>(Rule.OnOperation(wrong), Rule.OnOperation(right));

    [Fact]
    public Task No_quantile_is_above_the_highest_bound() => Verify.Analyzer<INST048ConstantConditionAnalyzer>(
        Rule.OnAssembly("[|histogram_quantile(0.9, sum by (le) (rate(game_damage_seconds_bucket[5m]))) > 5|]"));

    [Fact]
    public Task ResolveWhen_must_be_able_to_hold() => Verify.Analyzer<INST048ConstantConditionAnalyzer>(
        Rule.OnOperation("p95 > 100ms", ", ResolveWhen = \"[|p95 < 0|]\""));
}
