using System.Reflection;
using Instrumentation.Games.Rules;
using Instrumentation.PromQL.Parsing;
using Instrumentation.Rules;

namespace Instrumentation.Games.Tests;

public sealed class RulesTests
{
    public static TheoryData<string, DatabasePreset> Rules => new(
        Enum.GetValues<DatabasePreset>().SelectMany(preset => All("", preset).Select(rule => (rule.Name, preset))));

    [Fact]
    public void There_are_eight_six_and_the_presets()
    {
        Assert.Equal(8, GameRules.Gameplay("game").Count);
        Assert.Equal(6, GameRules.Connections("game").Count);
        Assert.Empty(GameRules.Database("game", DatabasePreset.None));
        Assert.Equal(6, GameRules.Database("game", DatabasePreset.Production).Count);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Expression_is_canonical_PromQL_over_metrics_that_there_are(string name, DatabasePreset preset)
    {
        var rule = All("mmofps", preset).Single(rule => rule.Name == name);

        Assert.Equal(rule.Expression, PromQLParser.ParseOrThrow(rule.Expression).ToString());
        Assert.All(rule.Series, series => Assert.Contains(series, rule.Expression, StringComparison.Ordinal));
        Assert.All(rule.Series, series => Assert.Contains(s_series, known => "mmofps_" + known == series));
    }

    [Fact]
    public void No_two_rules_that_can_apply_together_share_a_name() => Assert.All(
        Enum.GetValues<DatabasePreset>(),
        preset => Assert.Equal(All("game", preset).Count(), All("game", preset).Select(rule => rule.Name).Distinct().Count()));

    [Theory]
    [InlineData("HighCombatResponseTime", "> 0.1", 60, AlertSeverity.Warning)]
    [InlineData("HighNetworkLatency", "> 0.05", 60, AlertSeverity.Error)]
    [InlineData("HighPacketLoss", "> 0.02", 30, AlertSeverity.Critical)]
    [InlineData("LowCacheHitRate", "< 0.85", 300, AlertSeverity.Warning)]
    [InlineData("HighSessionDropRate", "> 0.03", 60, AlertSeverity.Error)]
    [InlineData("HighErrorRate", "> 0.05", 60, AlertSeverity.Error)]
    [InlineData("SlowDatabaseQueries", "> 0.1", 30, AlertSeverity.Warning)]
    [InlineData("HighMemoryUsage", "> 1073741824", 60, AlertSeverity.Warning)]
    [InlineData("HighConnectionFailureRate", "> 0.1", 120, AlertSeverity.Warning)]
    [InlineData("LowConnectionHealth", "< 0.9", 60, AlertSeverity.Critical)]
    [InlineData("HighMemoryUsageRatio", "> 0.85", 300, AlertSeverity.Warning)]
    [InlineData("HighErrorsPerSecond", "> 0.05", 120, AlertSeverity.Warning)]
    [InlineData("SlowConnectionEstablishment", "> 2", 300, AlertSeverity.Warning)]
    [InlineData("SlowMessageDelivery", "> 0.5", 300, AlertSeverity.Warning)]
    public void Thresholds_are_those_that_are_documented(string name, string threshold, int seconds, AlertSeverity severity)
    {
        var rule = All("game", DatabasePreset.None).Single(rule => rule.Name == name);

        Assert.EndsWith(threshold, rule.Expression, StringComparison.Ordinal);
        Assert.Equal((TimeSpan.FromSeconds(seconds), severity), (rule.For, rule.Severity));
    }

    [Theory]
    [InlineData(DatabasePreset.Development, 0.5, 0.9, 0.95, 0.95, 0.05)]
    [InlineData(DatabasePreset.Production, 2, 0.98, 0.8, 0.85, 0.005)]
    public void Presets_are_those_that_are_documented(DatabasePreset preset, double slow, double hits, double processor, double memory, double errors)
    {
        var thresholds = GameRules.Database("game", preset)
            .ToDictionary(rule => rule.Name, rule => double.Parse(rule.Expression.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(slow, thresholds["DatabaseSlowQueries"]);
        Assert.Equal(hits, thresholds["DatabaseLowCacheHitRatio"]);
        Assert.Equal(processor, thresholds["HighProcessorUsage"]);
        Assert.Equal(memory, thresholds["HighResourceMemory"]);
        Assert.Equal(errors, thresholds["DatabaseHighErrorRate"]);
    }

    [Fact]
    public void An_empty_prefix_leaves_the_bare_names() =>
        Assert.StartsWith("packet_loss_rate ", GameRules.Gameplay("").Single(rule => rule.Name == "HighPacketLoss").Expression, StringComparison.Ordinal);

    private static readonly HashSet<string> s_series =
    [
        .. typeof(GameMonitorExtensions).Assembly.GetCustomAttributes<DeclaredMetricAttribute>().SelectMany(metric => metric.Kind == MetricKind.Histogram
            ? new[] { metric.Name + "_bucket", metric.Name + "_sum", metric.Name + "_count" }
            : [metric.Name]),
    ];

    private static IEnumerable<AlertRuleDefinition> All(string prefix, DatabasePreset preset) =>
        [.. GameRules.Gameplay(prefix), .. GameRules.Connections(prefix), .. GameRules.Database(prefix, preset)];
}
