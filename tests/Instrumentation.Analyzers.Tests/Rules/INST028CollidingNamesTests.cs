using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST028CollidingNamesTests
{
    [Theory]
    [InlineData("Counter", "kills_total", "Gauge", "kills")]
    [InlineData("Gauge", "kills", "Counter", "kills_total")]
    [InlineData("Histogram", "wait", "Counter", "wait_count_total")]
    [InlineData("Histogram", "wait", "Counter", "wait_total")]
    public Task Samples_of_one_name_are_reported(string oneKind, string one, string twoKind, string two) => Verify.Analyzer<INST028CollidingNamesAnalyzer>(
        $$"""
        static partial class C
        {
            [GameMetric(MetricKind.{{oneKind}}, "{{one}}")] public static partial void One(int x);
            [GameMetric(MetricKind.{{twoKind}}, [|"{{two}}"|])] public static partial void Two(int x);
        }
        """);

    [Theory]
    [InlineData("Counter", "kills_total", "Gauge", "kill")]
    [InlineData("Counter", "kills_total", "Counter", "kills_total")]
    [InlineData("Histogram", "wait_seconds", "Counter", "waits_total")]
    [InlineData("Gauge", "players", "Gauge", "players_max")]
    [InlineData("Gauge", "wait", "Counter", "wait_count_total")]
    public Task Different_names_do_not_trigger(string oneKind, string one, string twoKind, string two) => Verify.Analyzer<INST028CollidingNamesAnalyzer>(
        $$"""
        static partial class C
        {
            [GameMetric(MetricKind.{{oneKind}}, "{{one}}")] public static partial void One(int x);
            [GameMetric(MetricKind.{{twoKind}}, "{{two}}")] public static partial void Two(int x);
        }
        """);

    [Fact]
    public Task Names_that_are_not_valid_are_reported_as_such_only() => Verify.Analyzer<INST028CollidingNamesAnalyzer>(
        """
        static partial class A
        {
            [GameMetric(MetricKind.Counter, "")] public static partial void One();
            [GameMetric(MetricKind.Counter, "_total")] public static partial void Two();
        }
        """);
}
