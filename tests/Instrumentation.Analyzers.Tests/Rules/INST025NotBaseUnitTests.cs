using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST025NotBaseUnitTests
{
    [Theory]
    [InlineData("Histogram", "latency_ms", "latency_seconds")]
    [InlineData("Histogram", "latency_milliseconds", "latency_seconds")]
    [InlineData("Histogram", "latency_microseconds", "latency_seconds")]
    [InlineData("Gauge", "uptime_minutes", "uptime_seconds")]
    [InlineData("Gauge", "uptime_hours", "uptime_seconds")]
    [InlineData("Counter", "play_hours_total", "play_seconds_total")]
    [InlineData("Gauge", "uptime_days", "uptime_seconds")]
    [InlineData("Gauge", "heap_kb", "heap_bytes")]
    [InlineData("Gauge", "heap_mb", "heap_bytes")]
    [InlineData("Gauge", "heap_megabytes", "heap_bytes")]
    [InlineData("Gauge", "heap_mib", "heap_bytes")]
    [InlineData("Gauge", "cpu_percent", "cpu_ratio")]
    [InlineData("Gauge", "cpu_usage_percentage", "cpu_usage_ratio")]
    [InlineData("Counter", "network_bits_total", "network_bytes_total")]
    [InlineData("Gauge", "distance_kilometers", "distance_meters")]
    [InlineData("Gauge", "ping_ms_average", "ping_average_seconds")]
    [InlineData("Gauge", "frame_sec", "frame_seconds")]
    [InlineData("Counter", "bytes_sent_total", "sent_bytes_total")]
    [InlineData("Gauge", "seconds_since_kill", "since_kill_seconds")]
    public Task A_unit_that_is_no_base_unit_or_not_last_is_reported(string kind, string name, string better) => Verify.Fix<INST025NotBaseUnitAnalyzer, INST025NotBaseUnitFix>(
        $$"""static partial class C { [GameMetric(MetricKind.{{kind}}, [|"{{name}}"|])] public static partial void X(double value); }""",
        $$"""static partial class C { [GameMetric(MetricKind.{{kind}}, "{{better}}")] public static partial void X(double value); }""");

    [Fact]
    public Task The_name_of_an_event_is_corrected_without_its_suffix() => Verify.Fix<INST025NotBaseUnitAnalyzer, INST025NotBaseUnitFix>(
        """[GameEvent([|"sent_kilobytes"|])] partial record Sent([MetricLabel] bool Bot);""",
        """[GameEvent("sent_bytes")] partial record Sent([MetricLabel] bool Bot);""");

    [Fact]
    public Task All_names_are_corrected_at_once() => Verify.FixAll<INST025NotBaseUnitAnalyzer, INST025NotBaseUnitFix>(
        """
        class C
        {
            [GameMetric(MetricKind.Gauge, [|"heap_mb"|])] public static double Heap => 1;
            [GameMetric(MetricKind.Gauge, [|"cpu_percent"|])] public static double Cpu => 1;
        }
        """,
        """
        class C
        {
            [GameMetric(MetricKind.Gauge, "heap_bytes")] public static double Heap => 1;
            [GameMetric(MetricKind.Gauge, "cpu_ratio")] public static double Cpu => 1;
        }
        """);

    [Theory]
    [InlineData("latency_seconds")]
    [InlineData("heap_bytes")]
    [InlineData("cpu_ratio")]
    [InlineData("players")]
    [InlineData("kills_per_minute")]
    [InlineData("second_team_players")]
    [InlineData("thermometers")]
    [InlineData("temperature_celsius")]
    [InlineData("distance_meters")]
    [InlineData("mb_units")]
    [InlineData("bytes")]
    [InlineData("minute_hand")]
    [InlineData("programs")]
    [InlineData("items_dropped")]
    [InlineData("micro_transactions")]
    [InlineData("kilo_class_ships")]
    public Task Base_units_and_other_words_do_not_trigger(string name) => Verify.Analyzer<INST025NotBaseUnitAnalyzer>(
        $$"""class C { [GameMetric(MetricKind.Gauge, "{{name}}")] public static double X => 1; }""");
}
