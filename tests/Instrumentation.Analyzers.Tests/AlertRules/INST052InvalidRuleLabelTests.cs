using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST052InvalidRuleLabelTests
{
    [Theory]
    [InlineData(", Labels = [\"[|team|]\"]")]
    [InlineData(", Labels = [\"[|my-team|]=x\"]")]
    [InlineData(", Labels = [\"[|__team|]=x\"]")]
    [InlineData(", Labels = [\"[|alertname|]=x\"]")]
    [InlineData(", Labels = [\"[|severity|]=page\"]")]
    [InlineData(", Labels = [\"team=x\", \"[|team|]=y\"]")]
    [InlineData(", Labels = [\"[|=x|]\"]")]
    [InlineData(", Labels = new[] { \"[|1st|]=x\" }")]
    public Task Mistakes_are_reported_at_their_word(string settings) => Verify.Analyzer<INST052InvalidRuleLabelAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));

    [Theory]
    [InlineData(", Labels = [\"team=x\", \"area=a=b\", \"empty=\"]")]
    [InlineData("")]
    public Task What_is_in_order_does_not_trigger(string settings) => Verify.Analyzer<INST052InvalidRuleLabelAnalyzer>(Rule.OnOperation("p95 > 100ms", settings));
}
