using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST022SeriesBudgetTests
{
    private const string Enums = "enum Weapon { A, B, C, D, E, F, G, H, I, J, K, L } enum Map { A, B, C, D, E, F, G, H, I, J }";

    [Fact]
    public async Task The_message_says_the_sum()
    {
        using var workspace = new AdhocWorkspace();
        var document = Verify.Add(
            workspace,
            $$"""static partial class C { [GameMetric(MetricKind.Counter, "kills_total")] public static partial void Kill(Weapon weapon, Map map, [MetricLabel(Limit = 50)] string region); } {{Enums}}""",
            editorConfig: null);

        var diagnostic = Assert.Single(await Verify.Diagnose(document, new INST022SeriesBudgetAnalyzer()));

        Assert.Equal(
            "The labels of 'C.Kill' make 12 weapons × 10 maps × 50 regions = 6,000 series; the budget is 1,000 a metric",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("""partial class C { [[|MonitoredOperation|]] public void Act([MetricLabel] Weapon a, [MetricLabel] Map b, [MetricLabel(Limit = 10)] string c) { } }""")]
    [InlineData("""[[|GameEvent("hits")|]] partial record Hit([MetricLabel] Weapon A, [MetricLabel] Map B, [MetricLabel(Limit = 10)] string C);""")]
    [InlineData("""[GameEvent] partial record Hit([MetricLabel] Weapon A, [MetricLabel] Map B, [MetricLabel(Limit = 10)] string C, [[|GameMetric(MetricKind.Histogram, "damage")|]] double Damage);""")]
    public Task Operations_and_events_have_the_budget_too(string source) => Verify.Analyzer<INST022SeriesBudgetAnalyzer>($"{source} {Enums}");

    [Fact]
    public Task The_budget_is_a_setting() => Verify.Analyzer<INST022SeriesBudgetAnalyzer>(
        $$"""static partial class C { [GameMetric(MetricKind.Counter, "a_total")] public static partial void A(Weapon weapon, Map map); [[|GameMetric(MetricKind.Counter, "b_total")|]] public static partial void B(Weapon weapon, Map map, bool bot); } {{Enums}}""",
        "root = true\n[*.cs]\ninstrumentation_series_budget = 200\n");

    [Theory]
    [InlineData("""static partial class C { [GameMetric(MetricKind.Counter, "kills_total")] public static partial void Kill(Weapon weapon, Map map); }""")]
    [InlineData("""static partial class C { [GameMetric(MetricKind.Counter, "kills_total")] public static partial void Kill([MetricLabel(Limit = 1000)] string map); }""")]
    [InlineData("""static partial class C { [GameMetric(MetricKind.Counter, "kills_total")] public static partial void Kill(); }""")]
    [InlineData("""static partial class C { [GameMetric(MetricKind.Gauge, "players")] public static int Players => 1; }""")]
    [InlineData("""partial class C { [MonitoredOperation] public void Act(Weapon a, Map b, string c, [MetricLabel] bool d) { } }""")]
    [InlineData("""[GameEvent] partial record Hit([MetricLabel] Weapon A, [MetricLabel] Map B, [MetricLabel(Limit = 10)] string C, [GameMetric(MetricKind.Histogram, "damage", Labels = ["a", "b"])] double Damage);""")]
    public Task Within_the_budget_nothing_triggers(string source) => Verify.Analyzer<INST022SeriesBudgetAnalyzer>($"{source} {Enums}");

    [Fact]
    public Task A_metric_that_is_refused_is_left_to_the_other_rule() => Verify.Analyzer<INST022SeriesBudgetAnalyzer>(
        """static partial class C { [GameMetric(MetricKind.Counter, "kills_total")] public static partial void Kill([MetricLabel(Limit = 10000)] string a, [MetricLabel(Limit = 100)] string b); }""");

    [Fact]
    public Task The_only_limit_is_lowered_to_fit() => Verify.Fix<INST022SeriesBudgetAnalyzer, INST022SeriesBudgetFix>(
        $$"""static partial class C { [[|GameMetric(MetricKind.Counter, "kills_total")|]] public static partial void Kill(Weapon weapon, Map map, [MetricLabel(Limit = 50)] string region); } {{Enums}}""",
        $$"""static partial class C { [GameMetric(MetricKind.Counter, "kills_total")] public static partial void Kill(Weapon weapon, Map map, [MetricLabel(Limit = 8)] string region); } {{Enums}}""");
}
