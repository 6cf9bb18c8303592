using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST055ContradictoryResolveTests
{
    [Theory]
    [InlineData(", ResolveWhen = \"[|p95 < 150ms|]\"")]
    [InlineData(", ResolveWhen = \"[|p95 > 80ms|]\"")]
    [InlineData(", ResolveWhen = \"p95 < [|80|]\"")]
    [InlineData(", ResolveWhen = \"[|p95 >= 0|]\"")]
    public Task Mistakes_are_reported_at_their_word(string settings) => Verify.Analyzer<INST055ContradictoryResolveAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Theory]
    [InlineData(", ResolveWhen = \"p95 < 80ms\"")]
    [InlineData(", ResolveWhen = \"p95 <= 100ms\"")]
    [InlineData(", ResolveWhen = \"rate < 1\"")]
    [InlineData(", ResolveWhen = \"p95 < 0\"")]
    [InlineData("")]
    public Task What_is_in_order_does_not_trigger(string settings) => Verify.Analyzer<INST055ContradictoryResolveAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Fact]
    public Task What_it_reports_no_other_rule_reports() => Verify.Analyzer<INST048ConstantConditionAnalyzer>(Rule.OnOperation("p95 > 100ms", ", ResolveWhen = \"p95 < 80\""));

    [Fact]
    public Task The_fix_puts_in_the_unit_that_was_meant() => Verify.Fix<INST055ContradictoryResolveAnalyzer, INST055ContradictoryResolveFix>(
        Rule.OnOperation("p95 > 100ms", ", ResolveWhen = \"p95 < [|80|]\""),
        Rule.OnOperation("p95 > 100ms", ", ResolveWhen = \"p95 < 80ms\""));
}
