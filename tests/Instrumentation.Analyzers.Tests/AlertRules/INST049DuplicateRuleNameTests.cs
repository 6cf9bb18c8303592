using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST049DuplicateRuleNameTests
{
    [Fact]
    public Task The_later_rule_of_a_name_is_reported() => Verify.Analyzer<INST049DuplicateRuleNameAnalyzer>("""
        [assembly: AlertRule("Down", "up == 0")]
        public partial class C
        {
            [MonitoredOperation] [AlertRule("Slow", "p95 > 1s")] [AlertRule("[|Slow|]", "p95 > 2s", Severity = AlertSeverity.Critical)] public void M() { }
            [MonitoredOperation] [AlertRule("[|Down|]", "rate == 0")] [Slo("99%", Name = "fast")] [[|Slo("99.9%", Name = "fast")|]] public void N() { }
        }
        """);

    [Fact]
    public Task Names_that_differ_do_not_trigger() => Verify.Analyzer<INST049DuplicateRuleNameAnalyzer>("""
        public partial class C
        {
            [MonitoredOperation] [AlertRule("Slow", "p95 > 1s")] [AlertRule("VerySlow", "p95 > 2s")] [Slo("99%")] public void M() { }
            [MonitoredOperation] [Slo("99%")] public void N() { }
        }
        """);
}
