using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST050InvalidRuleDurationTests
{
    [Theory]
    [InlineData(", For = \"[|1min|]\"")]
    [InlineData(", For = \"[|soon|]\"")]
    [InlineData(", KeepFiringFor = \"[|5|]\"")]
    [InlineData(", Cooldown = \"[|30s1m|]\"")]
    [InlineData(", For = \"[|-1m|]\"")]
    public Task Mistakes_are_reported_at_their_word(string settings) => Verify.Analyzer<INST050InvalidRuleDurationAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Theory]
    [InlineData(", For = \"1m\", KeepFiringFor = \"1h30m\", Cooldown = \"0s\"")]
    [InlineData("")]
    public Task What_is_in_order_does_not_trigger(string settings) => Verify.Analyzer<INST050InvalidRuleDurationAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Fact]
    public Task The_fix_puts_in_what_was_meant() => Verify.Fix<INST050InvalidRuleDurationAnalyzer, INST050InvalidRuleDurationFix>(
        Rule.OnOperation("p95 > 100ms", ", For = \"[|1min|]\""),
        Rule.OnOperation("p95 > 100ms", ", For = \"1m\""));
}
