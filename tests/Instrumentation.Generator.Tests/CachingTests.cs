using Instrumentation.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Tests;

/// <summary>Edits that concern no operation must re-run no step, or every key stroke costs; edits that do concern one must be seen.</summary>
public sealed class CachingTests
{
    private const string Monitored = """
        namespace Game;

        public enum WeaponType { Rifle, Knife }

        public partial class Combat
        {
            [MonitoredOperation(Buckets = new[] { 0.1, 0.2 })]
            [AlertRule("SlowAct", "p95 > 100ms", For = "1m", By = ["weapon"], Summary = "{{ $labels.weapon }} is slow")]
            [Slo("99%", Latency = "100ms")]
            public int Act<T>(T target, [MetricLabel] WeaponType weapon) where T : class => 1;
        }

        [MonitoredOperation]
        public partial class Match
        {
            public void Join(int player) { }
            public partial int Leave(int player);
            private int LeaveCore(int player) => player;
        }

        [GameEvent("blows")]
        public partial record Blow([property: GameMetric(MetricKind.Histogram, "blow_ratio"), AlertRule("Shares", "p50 > 50%")] double Share);
        """;

    private const string Defaults = "[assembly: InstrumentationDefaults(Prefix = \"arena\")]";
    private const string Plain = "public class Other { public int Value => 1; }";


    private const string Metered = """
        namespace Game;

        public static partial class Combat2
        {
            /// <summary>Kills of players.</summary>
            [GameMetric(MetricKind.Counter, "combat_kills_total")]
            public static partial void Kill(WeaponType weapon, [MetricLabel(Limit = 5)] string map);

            [GameMetric(MetricKind.Histogram, "combat_damage", Buckets = new[] { 1.0, 2 })]
            private static partial void Damage(int amount);

            [GameMetric(MetricKind.Gauge, "combat_fights")]
            private static int Fights => 1;
        }

        [GameEvent("combat_hits")]
        public partial record struct Hit([MetricLabel] WeaponType Weapon, [GameMetric(MetricKind.Gauge, "combat_range")] double Range, [EventId] string Player)
        {
            public int Other => 1;
        }

        public sealed record Stats([property: GameMetric(MetricKind.Gauge, "stats_size")] int Size);
        """;

    /// <summary>The plain file last: the first attribute in a file moves those after it to other places in the compiler's tables, and nothing else.</summary>
    private static readonly string[] s_sources = [Monitored, Defaults, Metered, Plain];

    public static TheoryData<int, string> UnrelatedEdits => new()
    {
        { 3, "public class Other { public int Value => 2; }" },
        { 3, Plain + "\npublic class Another { [Obsolete] public void M() { } }" },
        { 0, Monitored.Replace("=> 1;", "{ var a = 1; return a; }", StringComparison.Ordinal) },
        { 0, "// a comment that moves everything down\n\n" + Monitored },
        { 0, Monitored.Replace("private int LeaveCore", "private int _field; private int Get() => _field; private int LeaveCore", StringComparison.Ordinal) },
        { 2, Metered.Replace("=> 1;", "=> 2;", StringComparison.Ordinal) },
        { 2, "// a comment that moves everything down\n\n" + Metered },
        { 2, Metered.Replace("public int Other", "private int _field; private int Get() => _field; public int Other", StringComparison.Ordinal) },
    };

    public static TheoryData<int, string> RelatedEdits => new()
    {
        { 0, Monitored.Replace("Knife }", "Knife, Bow }", StringComparison.Ordinal) },
        { 0, Monitored.Replace("0.2", "0.3", StringComparison.Ordinal) },
        { 0, Monitored.Replace("where T : class", "where T : class, new()", StringComparison.Ordinal) },
        { 0, Monitored.Replace("[MonitoredOperation]\n", "[MonitoredOperation(\"Lobby\")]\n", StringComparison.Ordinal) },
        { 1, Defaults.Replace("arena", "ring", StringComparison.Ordinal) },
        { 1, Defaults.Replace(")]", ", AllowPrefixOverride = true)]", StringComparison.Ordinal) },
        { 2, Metered.Replace("Kills of players", "Players killed", StringComparison.Ordinal) },
        { 2, Metered.Replace("Limit = 5", "Limit = 6", StringComparison.Ordinal) },
        { 2, Metered.Replace("1.0, 2", "1.0, 3", StringComparison.Ordinal) },
        { 2, Metered.Replace("int amount", "long amount", StringComparison.Ordinal) },
        { 2, Metered.Replace("stats_size", "stats_length", StringComparison.Ordinal) },
        { 2, Metered.Replace("int Fights", "int? Fights", StringComparison.Ordinal) },
        { 2, Metered.Replace("double Range", "double? Range", StringComparison.Ordinal) },
        { 2, Metered.Replace("[EventId] ", "[EventId(\"who\")] ", StringComparison.Ordinal) },
        { 0, Monitored.Replace("p95", "p99", StringComparison.Ordinal) },
        { 0, Monitored.Replace("\"1m\"", "\"2m\"", StringComparison.Ordinal) },
        { 0, Monitored.Replace("\"99%\"", "\"98%\"", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(UnrelatedEdits))]
    public void Unrelated_edit_runs_no_step_anew(int file, string edited)
    {
        foreach (var (from, to) in new[] { (s_sources[file], edited), (edited, s_sources[file]) })
        {
            var result = Edit(file, from, to);
            foreach (var name in TrackingNames.All)
            {
                Assert.True(result.TrackedSteps.ContainsKey(name), $"Step {name} is not tracked.");
            }

            Assert.Equal("", string.Join(", ", Reasons(result).Where(step => step.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))));
            Assert.All(Outputs(result), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }
    }

    [Theory]
    [MemberData(nameof(RelatedEdits))]
    public void Related_edit_is_seen(int file, string edited)
    {
        foreach (var (from, to) in new[] { (s_sources[file], edited), (edited, s_sources[file]) })
        {
            Assert.Contains(Outputs(Edit(file, from, to)), reason => reason != IncrementalStepRunReason.Cached);
        }
    }

    [Fact]
    public void Edit_of_one_type_leaves_the_other_ones_file_alone()
    {
        var result = Edit(0, Monitored, Monitored.Replace("0.2", "0.3", StringComparison.Ordinal));
        Assert.Single(Outputs(result), reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void Edit_of_one_metric_leaves_other_types_alone()
    {
        // The file of the metric's type, and the list of all metrics.
        var result = Edit(2, Metered, Metered.Replace("1.0, 2", "1.0, 3", StringComparison.Ordinal));
        Assert.Equal(2, Outputs(result).Count(reason => reason == IncrementalStepRunReason.Modified));
    }

    /// <summary>Runs over the four files, of which one has the text <paramref name="before"/>, and once more with <paramref name="after"/>.</summary>
    private static GeneratorRunResult Edit(int file, string before, string after)
    {
        var sources = s_sources.ToArray();
        sources[file] = before;
        var compilation = TestCompilation.Create(sources);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new InstrumentationGenerator().AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
        Assert.Equal(9, driver.GetRunResult().Results.Single().GeneratedSources.Length);

        var old = compilation.SyntaxTrees[file];
        compilation = compilation.ReplaceSyntaxTree(old, TestCompilation.Parse(TestCompilation.Usings + after, old.FilePath));
        return driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
    }

    private static IEnumerable<(string Name, IncrementalStepRunReason Reason)> Reasons(GeneratorRunResult result) =>
        TrackingNames.All.SelectMany(name => result.TrackedSteps[name].SelectMany(step => step.Outputs).Select(output => (name, output.Reason)));

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
}
