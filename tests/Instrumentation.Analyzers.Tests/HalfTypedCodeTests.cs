using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests;

/// <summary>Code in the middle of which somebody is typing: no analyzer throws, the generator neither, and what it writes can be parsed.</summary>
public class HalfTypedCodeTests
{
    private const string Attributes = """
        [assembly: InstrumentationDefaults(Prefix = "game", Service = "svc")]
        [assembly: AlertRule("OfAssembly", "rate(game_kills_total{region=\"eu\"}[5m]) > 1", For = "1m", Labels = new[] { "team=a" }, Summary = "{{ $labels.region }}")]
        public enum Weapon { Rifle, [LabelValue("long-bow")] Bow }
        public partial class Combat<T> where T : class
        {
            [MonitoredOperation("act", Metric = "act_seconds", Buckets = [0.1, 0.25, 1])]
            [AlertRule("Slow", $"p95 > {"100ms"} over 5m", By = ["weapon"], ResolveWhen = "p95 < 80ms")]
            [Slo("99.9%", Latency = "250ms", Window = "30d")]
            public int Act<U>(in int target, [MetricLabel] Weapon weapon, [MetricLabel(Values = ["eu", "us"])] string region, params U[] more) => target;
            [MonitoredOperation] public partial int Second(int a);
            public int SecondCore(int a) => a;
            [GameMetric(MetricKind.Counter, "kills_total", ExpireAfter = "15m")] public static partial void Kill(Weapon weapon, [MetricLabel(Limit = 5)] string map, bool? headshot);
            [GameMetric(MetricKind.Histogram, "wait_seconds", Preset = BucketPreset.Duration)] public partial void Wait(TimeSpan wait, Dictionary<string, int>[] wrong);
            [GameMetric(MetricKind.Gauge, "players", Unit = "players")] public static int Players => 1;
        }
        [GameEvent("hits", Help = "Hits.")]
        public readonly partial record struct Hit([MetricLabel] Weapon Weapon, [EventId] Guid Player, [GameMetric(MetricKind.Histogram, "damage", Labels = ["weapon"])] double Damage);
        """;

    private const string Calls = """
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        public class Calls(Meter meter, Counter<long> kills)
        {
            void Kill(Guid id, List<string> emails, Exception e, int n)
            {
                kills.Add(1, new KeyValuePair<string, object?>("p", id), new("k", n switch { 1 => "one", _ => $"{n % 3}" }));
                var tags = new TagList { { "m", e.Message } };
                tags.Add("u", emails[0]);
                kills.Add(1, tags);
                foreach (var mail in emails) meter.CreateCounter<int>("x" + mail).Add(1, [new("q", mail?.Trim() ?? "none")]);
                string Local(string s) => s.Length > 3 ? s : Activity.Current?.TraceId.ToString() ?? "x";
                kills.Add(n, KeyValuePair.Create<string, object?>(nameof(n), Local("a")));
            }
        }
        """;

    private static readonly DiagnosticAnalyzer[] s_analyzers =
    [
        .. typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Theory]
    [InlineData("[GameMetric(MetricKind.Counter, \"x_total\")] public static partial void X();")]
    [InlineData("[GameMetric(MetricKind.Gauge, \"x\")] public static int X => 1;")]
    [InlineData("[MonitoredOperation] public static void X() { }")]
    [InlineData("partial class { [GameMetric(MetricKind.Counter, \"x_total\")] public static partial void X(); }")]
    [InlineData("[GameEvent(\"x\")] partial record")]
    [InlineData("class C { [GameEvent(\"x\")] public int X { get; } }")]
    [InlineData("partial class C { [GameMetric(MetricKind.Counter, \"x_total\")] public static partial void X(bool ); }")]
    [InlineData("partial class C { [GameMetric(MetricKind.Counter, \"x_total\")] public static partial void X(bool a, ); }")]
    [InlineData("partial class C { [MonitoredOperation] public partial int X(List<> a); }")]
    public Task Nothing_throws_while_a_name_is_missing(string source) => Check(source);

    public static TheoryData<string, int> Ends()
    {
        // Every token of the whole would take minutes; the steps are prime, so that all kinds of places come up.
        var data = new TheoryData<string, int>();
        foreach (var (name, source, step) in new[] { (nameof(Attributes), Attributes, 11), (nameof(Calls), Calls, 13) })
        {
            for (var i = 3; i < Tokens(source).Count; i += step)
            {
                data.Add(name, i);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Nothing_throws_wherever_the_text_ends_or_lacks_a_word(string name, int token)
    {
        var source = name == nameof(Attributes) ? Attributes : Calls;
        var place = Tokens(source)[token].Span;

        await Check(source[..place.End]);
        await Check(source.Remove(place.Start, place.Length));
    }

    private static async Task Check(string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = Verify.Add(workspace, source, editorConfig: null);
        var compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var driver = CSharpGeneratorDriver.Create([new InstrumentationGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGenerators(compilation, TestContext.Current.CancellationToken);
        var generated = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(generated.Exception);
        Assert.All(generated.GeneratedSources, static file =>
            Assert.DoesNotContain(file.SyntaxTree.GetDiagnostics(TestContext.Current.CancellationToken), static d => d.Severity == DiagnosticSeverity.Error));

        await Verify.Diagnose(document, [.. s_analyzers]);
    }

    private static List<SyntaxToken> Tokens(string source) => [.. CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions).GetRoot().DescendantTokens()];
}
