using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST005InvalidMetricNameTests
{
    [Theory]
    [InlineData("combat-act.seconds", "combat_act_seconds")]
    [InlineData("1st_seconds", "_1st_seconds")]
    public Task A_name_that_Prometheus_refuses_is_reported_at_the_name_and_corrected(string name, string valid) =>
        Verify.Fix<INST005InvalidMetricNameAnalyzer, INST005InvalidMetricNameFix>(
            $$"""partial class C { [MonitoredOperation([|Metric = "{{name}}"|])] public void Act() { } }""",
            $$"""partial class C { [MonitoredOperation(Metric = "{{valid}}")] public void Act() { } }""");

    [Fact]
    public Task An_empty_operation_name_is_reported() =>
        Verify.Analyzer<INST005InvalidMetricNameAnalyzer>("""partial class C { [MonitoredOperation([|" "|])] public void Act() { } }""");

    [Theory]
    [InlineData("combat_act_seconds")]
    [InlineData("_seconds")]
    public Task Valid_names_do_not_trigger(string name) =>
        Verify.Analyzer<INST005InvalidMetricNameAnalyzer>($$"""partial class C { [MonitoredOperation("täglich / 日", Metric = "{{name}}")] public void Act() { } }""");

    [Theory]
    [InlineData("Counter", "kills", "kills_total")]
    [InlineData("Counter", "combat:kills", "combat_kills_total")]
    [InlineData("Gauge", "players_total", "players")]
    [InlineData("Gauge", "players_count", "players")]
    [InlineData("Histogram", "wait_seconds_bucket", "wait_seconds")]
    [InlineData("UpDownCounter", "players online", "players_online")]
    public Task The_name_of_a_metric_is_made_to_fit_its_kind(string kind, string name, string better) => Verify.Fix<INST005InvalidMetricNameAnalyzer, INST005InvalidMetricNameFix>(
        $$"""static partial class C { [[|GameMetric(MetricKind.{{kind}}, "{{name}}")|]] public static partial void X(double value); }""",
        $$"""static partial class C { [GameMetric(MetricKind.{{kind}}, "{{better}}")] public static partial void X(double value); }""");

    [Fact]
    public Task The_name_of_an_event_stands_without_its_suffix() => Verify.Fix<INST005InvalidMetricNameAnalyzer, INST005InvalidMetricNameFix>(
        """[[|GameEvent("hits_total")|]] partial record Hit([MetricLabel] bool Bot);""",
        """[GameEvent("hits")] partial record Hit([MetricLabel] bool Bot);""");
}
