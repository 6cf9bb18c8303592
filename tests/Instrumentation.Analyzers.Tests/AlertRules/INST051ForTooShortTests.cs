using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST051ForTooShortTests
{
    [Theory]
    [InlineData(", For = \"[|1s|]\"")]
    [InlineData(", For = \"[|14s|]\"")]
    public Task Mistakes_are_reported_at_their_word(string settings) => Verify.Analyzer<INST051ForTooShortAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Theory]
    [InlineData(", For = \"15s\"")]
    [InlineData(", For = \"0s\"")]
    [InlineData("")]
    public Task What_is_in_order_does_not_trigger(string settings) => Verify.Analyzer<INST051ForTooShortAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Fact]
    public Task The_interval_is_configured() => Verify.Analyzer<INST051ForTooShortAnalyzer>(
        Rule.OnOperation("p95 > 100ms", ", For = \"[|20s|]\""), "root = true\n[*.cs]\ninstrumentation_scrape_interval = 30s\n");
}
