using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST054InvalidRunbookTests
{
    [Theory]
    [InlineData(", Runbook = \"[|/runbooks/slow|]\"")]
    [InlineData(", Runbook = \"[|wiki.example.com/slow|]\"")]
    [InlineData(", Runbook = \"[|ftp://example.com|]\"")]
    [InlineData(", Runbook = \"[|see the wiki|]\"")]
    public Task Mistakes_are_reported_at_their_word(string settings) => Verify.Analyzer<INST054InvalidRunbookAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Theory]
    [InlineData(", Runbook = \"https://example.com/slow#now\"")]
    [InlineData("")]
    public Task What_is_in_order_does_not_trigger(string settings) => Verify.Analyzer<INST054InvalidRunbookAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Fact]
    public Task The_fix_puts_in_what_was_meant() => Verify.Fix<INST054InvalidRunbookAnalyzer, INST054InvalidRunbookFix>(
        Rule.OnOperation("p95 > 100ms", ", Runbook = \"[|wiki.example.com/slow|]\""),
        Rule.OnOperation("p95 > 100ms", ", Runbook = \"https://wiki.example.com/slow\""));
}
