using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST041UnknownShorthandTests
{
    [Theory]
    [InlineData("[|p59|] > 100ms")]
    [InlineData("[|p94|] > 100ms")]
    [InlineData("[|eror_ratio|] > 5%")]
    [InlineData("[|avg|] > 5ms")]
    [InlineData("rate > 5/s and [|men|] > 5ms")]
    [InlineData("[|p95|] > 5 and rate(x_total[5m]) > 5")]
    [InlineData("rate > 5/s and [|game_players|] > 5")]
    [InlineData("[|not|] p95 > 5ms")]
    public Task Mistakes_are_reported_at_their_word(string condition) => Verify.Analyzer<INST041UnknownShorthandAnalyzer>(Rule.OnOperation(condition));

    [Theory]
    [InlineData("p95 > 100ms")]
    [InlineData("error_ratio > 5%")]
    [InlineData("game_players > 5")]
    [InlineData("rate(p95_total[5m]) > 5")]
    public Task What_is_in_order_does_not_trigger(string condition) => Verify.Analyzer<INST041UnknownShorthandAnalyzer>(Rule.OnOperation(condition));

    [Fact]
    public Task The_fix_puts_in_what_was_meant() => Verify.Fix<INST041UnknownShorthandAnalyzer, INST041UnknownShorthandFix>(
        Rule.OnOperation("[|p59|] > 100ms"),
        Rule.OnOperation("p95 > 100ms"));

    [Fact]
    public Task All_of_them_can_be_fixed_at_once() => Verify.FixAll<INST041UnknownShorthandAnalyzer, INST041UnknownShorthandFix>(
        Rule.OnOperation("[|p59|] > 100ms and [|eror_ratio|] > 5%"),
        Rule.OnOperation("p95 > 100ms and error_ratio > 5%"));

    [Fact]
    public Task A_shorthand_needs_something_to_stand_for() => Verify.Analyzer<INST041UnknownShorthandAnalyzer>("""
        [assembly: AlertRule("OfAssembly", "[|rate|] > 5")]
        [AlertRule("OfType", "[|p95|] > 5ms")] public class C { [AlertRule("OfPlainMethod", "[|error_ratio|] > 5%")] public void M() { } }
        """);
}
