using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST016MetricUnitMissingTests
{
    [Theory]
    [InlineData("combat_act_duration", "combat_act_duration_seconds")]
    [InlineData("combat_act_ms", "combat_act_seconds")]
    public Task A_metric_without_its_unit_is_reported_and_completed(string name, string better) =>
        Verify.Fix<INST016MetricUnitMissingAnalyzer, INST016MetricUnitMissingFix>(
            $$"""partial class C { [MonitoredOperation([|Metric = "{{name}}"|])] public void Act() { } }""",
            $$"""partial class C { [MonitoredOperation(Metric = "{{better}}")] public void Act() { } }""");

    [Fact]
    public Task A_metric_with_its_unit_does_not_trigger() =>
        Verify.Analyzer<INST016MetricUnitMissingAnalyzer>("""partial class C { [MonitoredOperation(Metric = "act_seconds")] public void Act() { } }""");
}
