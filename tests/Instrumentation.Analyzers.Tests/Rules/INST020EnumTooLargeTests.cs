using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST020EnumTooLargeTests
{
    [Theory]
    [InlineData("[[|MetricLabel|]] Item item")]
    [InlineData("[[|MetricLabel|]] Item? item")]
    [InlineData("[[|MetricLabel|]] System.Net.HttpStatusCode code, [MetricLabel] DayOfWeek day", 50)]
    public Task An_enum_with_very_many_members_is_reported(string parameters, int limit = 100) => Verify.Analyzer<INST020EnumTooLargeAnalyzer>(
        $$"""partial class C { [MonitoredOperation] public void Act({{parameters}}) { } } {{Item(101)}}""",
        $"root = true\n[*.cs]\ninstrumentation_max_enum_members = {limit}\n");

    [Fact]
    public Task The_labels_of_metrics_and_events_are_looked_at() => Verify.Analyzer<INST020EnumTooLargeAnalyzer>(
        $$"""
        static partial class C { [GameMetric(MetricKind.Counter, "x_total")] public static partial void X(Item [|item|], DayOfWeek day); }
        [GameEvent("y")] partial record Y([[|MetricLabel|]] Item Item, Item Other);
        {{Item(101)}}
        """);

    [Theory]
    [InlineData(100, "[MetricLabel] Item item")]
    [InlineData(500, "Item item")]
    [InlineData(500, "[MetricLabel] DayOfWeek day")]
    [InlineData(500, "[MetricLabel(Limit = 500)] string item")]
    public Task Others_do_not_trigger(int members, string parameter) =>
        Verify.Analyzer<INST020EnumTooLargeAnalyzer>($$"""partial class C { [MonitoredOperation] public void Act({{parameter}}) { } } {{Item(members)}}""");

    [Fact]
    public Task Members_of_one_value_are_one() => Verify.Analyzer<INST020EnumTooLargeAnalyzer>(
        $$"""partial class C { [MonitoredOperation] public void Act([MetricLabel] Item item) { } } {{Item(100, ", Alias = M1, Other = M2")}}""");

    [Theory]
    [InlineData(
        "partial class C { [MonitoredOperation] public void Act(int x, [[|MetricLabel|]] Item item) { } }",
        "partial class C { [MonitoredOperation] public void Act(int x, Item item) { } }")]
    [InlineData(
        "[GameEvent(\"y\")] partial record Y([[|MetricLabel|]] Item Item, [MetricLabel] DayOfWeek Day);",
        "[GameEvent(\"y\")] partial record Y(Item Item, [MetricLabel] DayOfWeek Day);")]
    [InlineData(
        "static partial class C { [GameMetric(MetricKind.Counter, \"x_total\")] public static partial void X(Item [|item|], DayOfWeek day); }",
        "static partial class C { [GameMetric(MetricKind.Counter, \"x_total\")] public static partial void X(DayOfWeek day); }")]
    public Task The_fix_takes_the_label_away(string wrong, string right) =>
        Verify.Fix<INST020EnumTooLargeAnalyzer, INST020EnumTooLargeFix>($"{wrong} {Item(101)}", $"{right} {Item(101)}");

    private static string Item(int members, string more = "") => $"enum Item {{ {string.Join(", ", Enumerable.Range(0, members).Select(static i => $"M{i}"))}{more} }}";
}
