using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST027NameStyleTests
{
    [Theory]
    [InlineData("Gauge", "playersOnline", "players_online")]
    [InlineData("Gauge", "Players", "players")]
    [InlineData("Gauge", "players__online", "players_online")]
    [InlineData("Gauge", "players_online_", "players_online")]
    [InlineData("Counter", "kill_counter_total", "kill_total")]
    [InlineData("Gauge", "gauge_players", "players")]
    [InlineData("Histogram", "wait_histogram", "wait")]
    [InlineData("Gauge", "players_players_online", "players_online")]
    [InlineData("Gauge", "arena_players", "players")]
    public Task An_unusual_name_is_reported_and_rewritten(string kind, string name, string better) => Verify.Fix<INST027NameStyleAnalyzer, INST027NameStyleFix>(
        $$"""[assembly: InstrumentationDefaults(Prefix = "arena")] static partial class C { [GameMetric(MetricKind.{{kind}}, [|"{{name}}"|])] public static partial void X(double value); }""",
        $$"""[assembly: InstrumentationDefaults(Prefix = "arena")] static partial class C { [GameMetric(MetricKind.{{kind}}, "{{better}}")] public static partial void X(double value); }""");

    [Fact]
    public Task A_name_without_end_is_reported() => Verify.Analyzer<INST027NameStyleAnalyzer>(
        $$"""static partial class C { [GameMetric(MetricKind.Gauge, [|"{{string.Join("_", Enumerable.Range(0, 30).Select(static i => $"word{i}"))}}"|])] public static partial void X(double value); }""");

    [Fact]
    public Task A_label_in_another_style_is_reported() => Verify.Fix<INST027NameStyleAnalyzer, INST027NameStyleFix>(
        """static partial class C { [GameMetric(MetricKind.Counter, "x_total")] public static partial void X([[|MetricLabel("gameMode")|]] DayOfWeek mode); }""",
        """static partial class C { [GameMetric(MetricKind.Counter, "x_total")] public static partial void X([MetricLabel("game_mode")] DayOfWeek mode); }""");

    [Fact]
    public Task Colons_are_for_recording_rules() => Verify.CompiledAnalyzer<INST027NameStyleAnalyzer>(
        $$"""class C { object M() => Prometheus.Metrics.CreateGauge([|"job:players:sum"|], "X."); } {{Stubs.Prometheus}}""");

    [Theory]
    [InlineData("Gauge", "players_online")]
    [InlineData("Counter", "kills_total")]
    [InlineData("Histogram", "wait_seconds")]
    [InlineData("Gauge", "encounters")]
    [InlineData("Gauge", "counter_strikes")]
    [InlineData("Counter", "gauge_reads_total")]
    [InlineData("UpDownCounter", "http2_streams")]
    [InlineData("Gauge", "fps")]
    [InlineData("Gauge", "gauge")]
    [InlineData("Gauge", "arenas")]
    public Task Usual_names_do_not_trigger(string kind, string name) => Verify.Analyzer<INST027NameStyleAnalyzer>(
        $$"""[assembly: InstrumentationDefaults(Prefix = "arena")] static partial class C { [GameMetric(MetricKind.{{kind}}, "{{name}}")] public static partial void X(double value); }""");
}
