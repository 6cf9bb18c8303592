using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST026ScrapeLabelTests
{
    [Theory]
    [InlineData("DayOfWeek [|job|]", "[MetricLabel(\"job_name\")] DayOfWeek job")]
    [InlineData("[[|MetricLabel(\"instance\")|]] DayOfWeek x", "[MetricLabel(\"instance_name\")] DayOfWeek x")]
    [InlineData("[[|MetricLabel(Limit = 5)|]] string instance", "[MetricLabel(\"instance_name\", Limit = 5)] string instance")]
    public Task A_label_of_the_scrape_is_reported_and_renamed(string parameter, string better) => Verify.Fix<INST026ScrapeLabelAnalyzer, INST026ScrapeLabelFix>(
        $$"""static partial class C { [GameMetric(MetricKind.Counter, "x_total")] public static partial void X({{parameter}}); }""",
        $$"""static partial class C { [GameMetric(MetricKind.Counter, "x_total")] public static partial void X({{better}}); }""");

    [Theory]
    [InlineData("Metrics.CreateCounter(\"x_total\", \"X.\", [|\"job\"|], \"region\")")]
    [InlineData("Metrics.CreateGauge(\"x\", \"X.\", [|\"__secret\"|])")]
    [InlineData("Metrics.CreateHistogram(\"x\", \"X.\", new HistogramConfiguration { LabelNames = new[] { [|\"le\"|] } })")]
    [InlineData("InstrumentRegistry.Default.Counter(\"x_total\", \"X.\", Label.ForBool([|\"instance\"|]))")]
    public Task Labels_in_code_are_checked(string expression) => Verify.CompiledAnalyzer<INST026ScrapeLabelAnalyzer>(
        $$"""using Prometheus; using Instrumentation.Metrics; class C { object M() => {{expression}}; } {{Stubs.Prometheus}}""");

    [Theory]
    [InlineData("Metrics.CreateCounter(\"x_total\", \"job\", \"region\")")]
    [InlineData("Metrics.CreateCounter(\"x_total\", \"X.\", \"job_name\", \"instance_type\")")]
    [InlineData("InstrumentRegistry.Default.Counter(\"x_total\", \"X.\", Label.ForValues(\"kind\", \"job\", \"instance\"))")]
    [InlineData("InstrumentRegistry.Default.Gauge(\"job\", \"instance\")")]
    public Task Other_labels_do_not_trigger(string expression) => Verify.CompiledAnalyzer<INST026ScrapeLabelAnalyzer>(
        $$"""using Prometheus; using Instrumentation.Metrics; class C { object M() => {{expression}}; } {{Stubs.Prometheus}}""");
}
