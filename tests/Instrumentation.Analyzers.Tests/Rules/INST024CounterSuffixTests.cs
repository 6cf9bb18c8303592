using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST024CounterSuffixTests
{
    [Theory]
    [InlineData("Counter(", "kills", "kills_total")]
    [InlineData("Gauge(", "players_total", "players")]
    [InlineData("UpDownCounter(", "players_total", "players")]
    [InlineData("Gauge(", "players_count", "players")]
    [InlineData("Gauge(", "wait_sum", "wait")]
    public Task A_name_in_code_is_reported_and_corrected(string method, string name, string better) => Verify.Fix<INST024CounterSuffixAnalyzer, INST024CounterSuffixFix>(
        $$"""class C { void M(Instrumentation.Metrics.InstrumentRegistry registry) => registry.{{method}}[|"{{name}}"|], "Help."); }""",
        $$"""class C { void M(Instrumentation.Metrics.InstrumentRegistry registry) => registry.{{method}}"{{better}}", "Help."); }""");

    [Theory]
    [InlineData("CreateCounter([|\"kills\"|], \"Help.\")")]
    [InlineData("CreateGauge([|\"players_total\"|], \"Help.\", \"region\")")]
    [InlineData("CreateHistogram([|\"wait_seconds_bucket\"|], \"Help.\")")]
    public Task Names_of_prometheus_net_are_checked(string call) =>
        Verify.CompiledAnalyzer<INST024CounterSuffixAnalyzer>($$"""class C { object M() => Prometheus.Metrics.{{call}}; } {{Stubs.Prometheus}}""");

    [Theory]
    [InlineData("Prometheus.Metrics.CreateCounter(\"kills_total\", \"Help.\")")]
    [InlineData("Prometheus.Metrics.CreateGauge(\"players\", \"Help.\")")]
    [InlineData("Prometheus.Metrics.CreateGauge(\"build_info\", \"Help.\")")]
    [InlineData("Prometheus.Metrics.CreateHistogram(\"wait_seconds\", \"Help.\")")]
    [InlineData("Prometheus.Metrics.CreateSummary(\"wait_seconds\", \"Help.\")")]
    [InlineData("new System.Diagnostics.Metrics.Meter(\"x\").CreateCounter<long>(\"http.requests\")")]
    [InlineData("Instrumentation.Metrics.InstrumentRegistry.Default.Counter(\"kills_total\", \"Help.\")")]
    [InlineData("Instrumentation.Metrics.InstrumentRegistry.Default.Counter(\"games_created_total\", \"Help.\")")]
    [InlineData("Instrumentation.Metrics.InstrumentRegistry.Default.Gauge(\"players\", \"Help.\")")]
    [InlineData("new Other().Counter(\"kills\")")]
    public Task Right_names_and_other_libraries_do_not_trigger(string expression) => Verify.CompiledAnalyzer<INST024CounterSuffixAnalyzer>(
        $$"""class C { object M() => {{expression}}; } class Other { public int Counter(string name) => 0; } {{Stubs.Prometheus}}""");
}
