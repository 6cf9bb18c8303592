using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST059RuleWithoutEffectTests
{
    [Fact]
    public Task An_objective_needs_calls() => Verify.Analyzer<INST059RuleWithoutEffectAnalyzer>("""
        [[|Slo("99%")|]] public class A { [[|Slo("99%")|]] public void M() { } }
        [MonitoredOperation] [Slo("99%")] public partial class B { public void M() { } [Slo("99.9%")] public void N() { } }
        """);

    [Fact]
    public Task By_is_for_shorthands() => Verify.Analyzer<INST059RuleWithoutEffectAnalyzer>(
        Rule.OnOperation("up == 0", ", By = [|[\"weapon\"]|]"));
}
