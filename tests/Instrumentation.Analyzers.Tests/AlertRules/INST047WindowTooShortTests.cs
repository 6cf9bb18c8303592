using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST047WindowTooShortTests
{
    [Theory]
    [InlineData("p95 > 100ms over [|10s|]")]
    [InlineData("p95 > 100ms over [|59s|]")]
    [InlineData("rate > 5/s and p95 > 100ms over [|30s|]")]
    [InlineData("sum(rate(x_total[[|30s|]])) > 5")]
    [InlineData("max_over_time(x[[|10s|]]) > 5")]
    public Task Mistakes_are_reported_at_their_word(string condition) => Verify.Analyzer<INST047WindowTooShortAnalyzer>(Rule.OnOperation(condition));

    [Theory]
    [InlineData("p95 > 100ms over 1m")]
    [InlineData("p95 > 100ms")]
    [InlineData("sum(rate(x_total[1m])) > 5")]
    [InlineData("max_over_time(x[15s]) > 5")]
    public Task What_is_in_order_does_not_trigger(string condition) => Verify.Analyzer<INST047WindowTooShortAnalyzer>(Rule.OnOperation(condition));

    [Fact]
    public Task The_fix_puts_in_what_was_meant() => Verify.Fix<INST047WindowTooShortAnalyzer, INST047WindowTooShortFix>(
        Rule.OnOperation("p95 > 100ms over [|10s|]"),
        Rule.OnOperation("p95 > 100ms over 1m"));

    [Fact]
    public Task The_interval_is_configured() => Verify.Analyzer<INST047WindowTooShortAnalyzer>(
        Rule.OnOperation("p95 > 100ms over 20s and rate > 5/s over [|19s|]"), "root = true\n[*.cs]\ninstrumentation_scrape_interval = 5s\n");
}
