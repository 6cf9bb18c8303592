using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST040ConditionSyntaxTests
{
    [Theory]
    [InlineData("[|p95|]")]
    [InlineData("p95 [|100ms|]")]
    [InlineData("p95 [|=|] 100ms")]
    [InlineData("p95 [|=>|] 100ms")]
    [InlineData("p95 > 100ms [|&&|] rate > 5")]
    [InlineData("p95 > 100ms over [|5min|]")]
    [InlineData("p95 > 100ms over [|lunch|]")]
    [InlineData("p95 > 100ms [|for|] 5m")]
    [InlineData("p95 [|*|] 2 > 1")]
    [InlineData("[|(|]p95 > 100ms")]
    [InlineData("p95 > 100ms[|)|]")]
    [InlineData("p95 > 100ms [|and|]")]
    [InlineData("p95 [|between|] 1s and 2s")]
    [InlineData("p95 [|＞|] 100ms")]
    [InlineData("p95 > 100ms over 5m [|over|] 6m")]
    [InlineData("sum([|rats|](x[5m])) > 5")]
    [InlineData("rate([|x_total|]) > 5")]
    [InlineData("sum(rate(x_total[5m])) [|>|]")]
    [InlineData("[|x_total[5m]|]")]
    [InlineData("up[|!|] == 1")]
    [InlineData("up{job=[|game|]} == 1")]
    public Task Mistakes_are_reported_at_their_word(string condition) => Verify.Analyzer<INST040ConditionSyntaxAnalyzer>(Rule.OnOperation(condition));

    [Theory]
    [InlineData("p95 > 100ms")]
    [InlineData("p95 > 100ms over 10m and rate > 5/s")]
    [InlineData("absent(up)")]
    [InlineData("sum(rate(x_total[5m])) > 5")]
    public Task What_is_in_order_does_not_trigger(string condition) => Verify.Analyzer<INST040ConditionSyntaxAnalyzer>(Rule.OnOperation(condition));

    [Fact]
    public Task The_fix_puts_in_what_was_meant() => Verify.Fix<INST040ConditionSyntaxAnalyzer, INST040ConditionSyntaxFix>(
        Rule.OnOperation("p95 [|=>|] 100ms"),
        Rule.OnOperation("p95 >= 100ms"));

    [Fact]
    public Task An_empty_condition_is_reported() => Verify.Analyzer<INST040ConditionSyntaxAnalyzer>(
        """[assembly: AlertRule("Empty", [|""|])] [assembly: [|AlertRule("Null", null!)|]]""");
}
