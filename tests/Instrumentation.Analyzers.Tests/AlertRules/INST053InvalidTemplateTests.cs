using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST053InvalidTemplateTests
{
    [Theory]
    [InlineData(", Summary = \"{{ $labels.[|wepon|] }}\", By = [\"weapon\"]")]
    [InlineData(", Summary = \"{{ $labels.[|weapon|] }}\"")]
    [InlineData(", Summary = \"{{ $value | [|humanise|] }}\"")]
    [InlineData(", Description = \"{{ [|$valeu|] }}\"")]
    [InlineData(", Labels = [\"team={{ $labels.[|wepon|] }}\"], By = [\"weapon\"]")]
    public Task Mistakes_are_reported_at_their_word(string settings) => Verify.Analyzer<INST053InvalidTemplateAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Theory]
    [InlineData(", Summary = \"{{ $labels.weapon }} {{ $value | humanizeDuration }}\", By = [\"weapon\"]")]
    [InlineData(", Summary = \"plain {text}\"")]
    [InlineData(", Labels = [\"team={{ $labels.weapon }}\"], By = [\"weapon\"]")]
    public Task What_is_in_order_does_not_trigger(string settings) => Verify.Analyzer<INST053InvalidTemplateAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Fact]
    public Task The_fix_puts_in_what_was_meant() => Verify.Fix<INST053InvalidTemplateAnalyzer, INST053InvalidTemplateFix>(
        Rule.OnOperation("p95 > 100ms", ", Summary = \"{{ $labels.[|wepon|] }}\", By = [\"weapon\"]"),
        Rule.OnOperation("p95 > 100ms", ", Summary = \"{{ $labels.weapon }}\", By = [\"weapon\"]"));
}
