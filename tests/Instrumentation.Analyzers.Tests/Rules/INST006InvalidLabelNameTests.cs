using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST006InvalidLabelNameTests
{
    [Theory]
    [InlineData("game-mode", "game_mode")]
    [InlineData("__name", "name")]
    [InlineData("2v2", "_2v2")]
    public Task An_invalid_name_is_reported_and_corrected(string name, string valid) =>
        Verify.Fix<INST006InvalidLabelNameAnalyzer, INST006InvalidLabelNameFix>(
            $$"""partial class C { [MonitoredOperation] public void Act([[|MetricLabel("{{name}}")|]] bool x) { } }""",
            $$"""partial class C { [MonitoredOperation] public void Act([MetricLabel("{{valid}}")] bool x) { } }""");

    [Theory]
    [InlineData("operation")]
    [InlineData("error")]
    [InlineData("le")]
    [InlineData("service")]
    public Task A_name_that_the_metrics_use_themselves_is_reported(string name) =>
        Verify.Analyzer<INST006InvalidLabelNameAnalyzer>(
            $$"""partial class C { [MonitoredOperation] public void Act([[|MetricLabel("{{name}}")|]] bool x) { } }""");

    [Fact]
    public Task A_name_that_occurs_twice_is_reported() =>
        Verify.Analyzer<INST006InvalidLabelNameAnalyzer>(
            """partial class C { [MonitoredOperation] public void Act([MetricLabel] bool melee, [[|MetricLabel("melee")|]] bool y) { } }""");

    [Fact]
    public Task Valid_names_do_not_trigger() =>
        Verify.Analyzer<INST006InvalidLabelNameAnalyzer>(
            """partial class C { [MonitoredOperation] public void Act([MetricLabel] bool isMelee, [MetricLabel("game_mode")] bool y, bool operation) { } }""");
}
