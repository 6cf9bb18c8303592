using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST055ContradictoryResolveTests
{
    [Theory]
    [InlineData(", ResolveWhen = \"[|p95 < 150ms|]\"")]
    [InlineData(", ResolveWhen = \"[|p95 > 80ms|]\"")]
    public Task Mistakes_are_reported_at_their_word(string settings) => Verify.Analyzer<INST055ContradictoryResolveAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Theory]
    [InlineData(", ResolveWhen = \"p95 < 80ms\"")]
    [InlineData(", ResolveWhen = \"p95 <= 100ms\"")]
    [InlineData(", ResolveWhen = \"rate < 1\"")]
    [InlineData("")]
    public Task What_is_in_order_does_not_trigger(string settings) => Verify.Analyzer<INST055ContradictoryResolveAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));
}
