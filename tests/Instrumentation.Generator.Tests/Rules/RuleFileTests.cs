using System.Reflection;
using System.Runtime.CompilerServices;
using Instrumentation.Generator.Emission.Rules;
using Instrumentation.Generator.Tests.Harness;
using Instrumentation.Rules;

namespace Instrumentation.Generator.Tests.Rules;

/// <summary>The table of rules: what is in it, in which order, and that it compiles and runs.</summary>
public sealed class RuleFileTests
{
    private const string Combat = """
        namespace Game;
        public enum Weapon { Rifle, Bow }
        public partial class Combat
        {
            [MonitoredOperation]
            [AlertRule("SlowCombat", "p95 > 100ms over 10m", For = "1m", KeepFiringFor = "90s", Cooldown = "2h", Severity = AlertSeverity.Critical,
                Summary = "{{ $labels.weapon }} takes {{ $value | humanizeDuration }}", Description = "See \"the\" <page>.", Runbook = "https://example.com/slow",
                ResolveWhen = "p95 < 80ms over 10m", Labels = ["team=arena", "area=combat"], By = ["weapon"])]
            [AlertRule("NoCombat", "rate == 0")]
            public int Act(int target, [MetricLabel] Weapon weapon) => target;
        }
        """;

    [Fact]
    public void Rules_of_an_operation() => Snapshot.Verify(GeneratorRun.Clean(Combat).File(RuleFile.HintName));

    [Fact]
    public void An_objective() => Snapshot.Verify(GeneratorRun.Clean("""
        namespace Game;
        public partial class Combat
        {
            [MonitoredOperation]
            [Slo("99.9%", Latency = "250ms", Runbook = "https://example.com/slo")]
            public int Act(int target) => target;
        }
        """).File(RuleFile.HintName));

    [Fact]
    public void Rules_of_metrics_events_types_and_the_assembly()
    {
        var code = GeneratorRun.Over(TestCompilation.Create("""
            [assembly: InstrumentationDefaults(Prefix = "arena")]
            [assembly: AlertRule("Down", "up == 0")]
            namespace Game;
            [AlertRule("OfType", "sum(rate(arena_kills_total[5m])) > 5")]
            public partial class Combat
            {
                [GameMetric(MetricKind.Counter, "kills_total")] [AlertRule("ManyKills", "rate > 10/m")] public partial void Kill();
                [GameMetric(MetricKind.Gauge, "players")] [AlertRule("FewPlayers", "value < 5")] public int Players => 1;
                [GameMetric(MetricKind.Histogram, "damage_seconds", Buckets = new[] { 1.0, 5 })] [AlertRule("Hurt", "p95 > 4s")] public partial void Hurt(TimeSpan damage);
            }
            [GameEvent("hits")] [AlertRule("ManyHits", "count > 5")]
            public partial record Hit([property: GameMetric(MetricKind.Histogram, "hit_ratio")] [property: AlertRule("Shares", "p50 > 50%")] double Share);
            """)).File(RuleFile.HintName);
        foreach (var expression in new[]
        {
            "up == 0", "sum(rate(arena_kills_total[5m])) > 5", "sum(rate(arena_kills_total[5m])) > 0.16666666666666666", "arena_players < 5",
            "histogram_quantile(0.95, sum by (le) (rate(arena_damage_seconds_bucket[5m]))) > 4", "sum(increase(arena_hits_total[5m])) > 5",
            "histogram_quantile(0.5, sum by (le) (rate(arena_hit_ratio_bucket[5m]))) > 0.5",
        })
        {
            Assert.Contains($"Expression = \"{expression}\",", code, StringComparison.Ordinal);
        }

        Assert.Contains("Member = \"Combat.Kill\",", code, StringComparison.Ordinal);
        Assert.Contains("Member = \"Combat\",", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prefix_that_the_program_may_choose_is_put_in_at_run_time()
    {
        var code = GeneratorRun.Over(TestCompilation.Create("""
            [assembly: InstrumentationDefaults(Prefix = "game", AllowPrefixOverride = true)]
            public partial class Combat
            {
                [MonitoredOperation] [AlertRule("Mean", "mean > 1s")] public void Act() { }
                [AlertRule("Own", "game_players{region=\"game_x\"} > 5 and up{job=\"game_\"} == 1")] public void Other() { }
            }
            """)).File(RuleFile.HintName);
        Assert.Contains("MetricPrefixes.Of(\"Game.Server\", \"game\")", code, StringComparison.Ordinal);
        Assert.Contains(
            """Expression = "sum(rate(" + s_prefix + "operation_duration_seconds_sum{operation=\"Combat.Act\"}[5m])) / (sum(rate(" + s_prefix + "operation_duration_seconds_count{operation=\"Combat.Act\"}[5m])) > 0) > 1",""",
            code,
            StringComparison.Ordinal);
        Assert.Contains("""Series = [s_prefix + "operation_duration_seconds_count", s_prefix + "operation_duration_seconds_sum"],""", code, StringComparison.Ordinal);
        Assert.Contains("""Expression = s_prefix + "players{region=\"game_x\"} > 5 and up{job=\"game_\"} == 1",""", code, StringComparison.Ordinal);
        Assert.Contains("""Series = [s_prefix + "players", "up"],""", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[AlertRule(\"Bad\", \"p59 > 1s\")]")]
    [InlineData("[AlertRule(\"Bad\", \"p95 > 5MB\")]")]
    [InlineData("[AlertRule(\"Bad\", \"p95 > 1s\", For = \"1 minute\")]")]
    [InlineData("[AlertRule(\"Bad\", \"p95 > 1s\", Labels = [\"alertname=x\"])]")]
    [InlineData("[AlertRule(\"Bad\", \"p95 > 1s\", Summary = \"{{ $value\")]")]
    [InlineData("[AlertRule(\"Bad\", \"p95 > 1s\", ResolveWhen = \"p95 < 2s\")]")]
    [InlineData("[AlertRule(\"Bad\", \"p95 > 1s\", By = [\"nothing\"])]")]
    [InlineData("[AlertRule(\"\", \"p95 > 1s\")]")]
    [InlineData("[AlertRule(null!, null!)]")]
    [InlineData("[AlertRule]")]
    [InlineData("[AlertRule(1, 2)]")]
    [InlineData("[Slo(\"110%\")]")]
    [InlineData("[Slo(\"99%\", Latency = \"123ms\")]")]
    public void A_rule_with_a_mistake_is_left_out_and_the_others_stay(string bad)
    {
        var code = GeneratorRun.Over(TestCompilation.Create(
            $$"""public partial class C { [MonitoredOperation] {{bad}} [AlertRule("Good", "p95 > 1s")] public void M() { } }""")).File(RuleFile.HintName);
        Assert.Contains("Name = \"Good\"", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Bad", code, StringComparison.Ordinal);
        Assert.Equal(2, code.Split(" = new()").Length);
    }

    [Fact]
    public void Rules_of_a_refused_operation_are_left_out()
    {
        var run = GeneratorRun.Over(TestCompilation.Create("public class C { [MonitoredOperation] [AlertRule(\"X\", \"p95 > 1s\")] public void M() { } }"));
        Assert.DoesNotContain(run.Files, file => file.HintName == RuleFile.HintName);
    }

    [Fact]
    public void Names_that_clash_or_are_no_identifiers_are_told_apart()
    {
        var code = GeneratorRun.Clean("""
            public partial class C
            {
                [MonitoredOperation] [AlertRule("A-b", "p95 > 1s")] [AlertRule("AB", "p95 > 2s")] [AlertRule("Register", "p95 > 3s")] [AlertRule("1 { \" }", "p95 > 4s")]
                public void M() { }
            }
            """).File(RuleFile.HintName);
        foreach (var field in new[] { " AB ", " AB2 ", " Register2 ", " Rule1 " })
        {
            Assert.Contains(field, code, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_table_registers_itself_when_the_assembly_is_loaded()
    {
        var run = GeneratorRun.Clean(TestCompilation.Create([TestCompilation.Parse(TestCompilation.Usings + Combat)], name: "Rules.Loaded"));
        using var stream = new MemoryStream();
        Assert.True(run.Output.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        var assembly = Assembly.Load(stream.ToArray());
        RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);

        var set = Assert.Single(DeclaredRules.All, set => set.Assembly == "Rules.Loaded");
        Assert.Equal(["SlowCombat", "NoCombat"], set.Alerts.Select(rule => rule.Name));
        var slow = set.Alerts[0];
        Assert.Equal("""histogram_quantile(0.95, sum by (le, weapon) (rate(operation_duration_seconds_bucket{operation="Combat.Act"}[10m]))) > 0.1""", slow.Expression);
        Assert.Equal("p95 > 100ms over 10m", slow.Condition);
        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(90), TimeSpan.FromHours(2)), (slow.For, slow.KeepFiringFor, slow.Cooldown));
        Assert.Equal((AlertSeverity.Critical, "https://example.com/slow", "Combat.Act"), (slow.Severity, slow.Runbook, slow.Member));
        Assert.Equal([("team", "arena"), ("area", "combat")], slow.Labels);
        Assert.Equal(["operation_duration_seconds_bucket"], slow.Series);
        Assert.EndsWith(" < 0.08", slow.ResolveExpression, StringComparison.Ordinal);
    }
}
