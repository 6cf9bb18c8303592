using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST058InvalidAlertTests
{
    [Theory]
    [InlineData("[|\"\"|], \"up == 0\"")]
    [InlineData("[|\" \"|], \"up == 0\"")]
    [InlineData("\"X\", \"up == 0\", Severity = [|(AlertSeverity)7|]")]
    [InlineData("\"X\", \"up == 0\", Severity = AlertSeverity.Critical")]
    public Task An_alert_has_a_name_and_a_severity(string arguments) => Verify.Analyzer<INST058InvalidAlertAnalyzer>($"[assembly: AlertRule({arguments})]");
}
