using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using System.Globalization;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST023ConflictingMetricsTests
{
    [Theory]
    [InlineData("""[GameMetric(MetricKind.UpDownCounter, [|"players"|], Help = "H.")] public static partial void Two(int x);""")]
    [InlineData("""[GameMetric(MetricKind.Gauge, [|"players"|], Help = "Other.")] public static partial void Two(int x);""")]
    [InlineData("""[GameMetric(MetricKind.Gauge, [|"players"|], Help = "H.")] public static partial void Two(int x, bool bot);""")]
    [InlineData("""[GameMetric(MetricKind.Gauge, [|"players"|], Help = "H.")] public static int Two => 1;""", "", ", bool bot")]
    [InlineData("""[GameMetric(MetricKind.Gauge, [|"players"|], Help = "H.")] public static partial void Two(int x, DayOfWeek bot);""", "", ", bool bot")]
    public Task A_metric_of_the_same_name_must_be_the_same(string second, string firstMore = "", string firstLabels = "") => Verify.Analyzer<INST023ConflictingMetricsAnalyzer>(
        $$"""
        static partial class A { [GameMetric(MetricKind.Gauge, "players", Help = "H."{{firstMore}})] public static partial void One(int x{{firstLabels}}); }
        static partial class B { {{second}} }
        """);

    [Theory]
    [InlineData("""[GameMetric(MetricKind.Gauge, "players", Help = "H.")] public static partial void Two(int x);""")]
    [InlineData("""[GameMetric(MetricKind.Gauge, "bots", Help = "H.")] public static partial void Two(int x, bool y);""")]
    [InlineData("""[MonitoredOperation] public static void Two([MetricLabel] bool x) { }  [MonitoredOperation] public static void Three([MetricLabel] DayOfWeek y) { }""")]
    public Task The_same_metric_twice_and_others_do_not_trigger(string second) => Verify.Analyzer<INST023ConflictingMetricsAnalyzer>(
        $$"""
        static partial class A { [GameMetric(MetricKind.Gauge, "players", Help = "H.")] public static partial void One(int x); }
        static partial class B { {{second}} }
        """);

    [Fact]
    public Task Operations_and_events_declare_metrics_too() => Verify.Analyzer<INST023ConflictingMetricsAnalyzer>(
        """
        static partial class A { [MonitoredOperation(Metric = "hit_seconds", Help = "H.")] public static void One() { } }
        [GameEvent("hits", Help = "H.")] partial record Hit([MetricLabel] bool Bot, [GameMetric(MetricKind.Histogram, [|"hit_seconds"|], Help = "H.")] TimeSpan Time);
        static partial class B { [GameMetric(MetricKind.Counter, [|"hits_total"|], Help = "H.")] public static partial void Two(); }
        """);

    [Theory]
    [InlineData("""GameMetric(MetricKind.Gauge, "players", Help = "Other.")""")]
    [InlineData("""GameMetric(MetricKind.Gauge, "players")""")]
    public Task The_fix_takes_over_the_help_where_only_that_differs(string second) => Verify.Fix<INST023ConflictingMetricsAnalyzer, INST023ConflictingMetricsFix>(
        $$"""
        static partial class A { [GameMetric(MetricKind.Gauge, "players", Help = "H.")] public static partial void One(int x); }
        static partial class B { [{{second.Replace("\"players\"", "[|\"players\"|]", StringComparison.Ordinal)}}] public static partial void Two(int x); }
        """,
        """
        static partial class A { [GameMetric(MetricKind.Gauge, "players", Help = "H.")] public static partial void One(int x); }
        static partial class B { [GameMetric(MetricKind.Gauge, "players", Help = "H.")] public static partial void Two(int x); }
        """);

    [Fact]
    public Task Where_more_differs_there_is_nothing_to_take_over() => Verify.NoFix<INST023ConflictingMetricsAnalyzer, INST023ConflictingMetricsFix>(
        """
        static partial class A { [GameMetric(MetricKind.Gauge, "players", Help = "H.")] public static partial void One(int x); }
        static partial class B { [GameMetric(MetricKind.Gauge, [|"players"|], Help = "Other.")] public static partial void Two(int x, bool bot); }
        """);

    [Theory]
    [InlineData("""[assembly: DeclaredMetric("lib_players", MetricKind.Gauge, Help = "H.", Labels = ["bot=false|true"])]""", null)]
    [InlineData("""[assembly: DeclaredMetric("lib_players", MetricKind.Counter, Help = "H.")]""", "another kind (gauge here, counter there)")]
    [InlineData("""[assembly: DeclaredMetric("lib_players", MetricKind.Gauge, Help = "H.")]""", "other labels (bot here, none there)")]
    [InlineData("""[assembly: DeclaredMetric("lib_players", MetricKind.Gauge, Help = "H.", Labels = ["bot=*5"])]""", "other values of label 'bot'")]
    [InlineData("""[assembly: DeclaredMetric("lib_players", MetricKind.Gauge, Help = "Other.", Labels = ["bot=false|true"])]""", "another help ('H.' here, 'Other.' there)")]
    [InlineData("""[assembly: DeclaredMetric("players", MetricKind.Counter)]""", null)]
    [InlineData("""[assembly: DeclaredMetric("players", MetricKind.Counter, Prefix = "lib")]""", "another kind (gauge here, counter there)")]
    [InlineData("""[assembly: DeclaredMetric("players", MetricKind.Counter, Prefix = "lib")]""", null, """[assembly: MetricPrefix("Library", "other")]""")]
    [InlineData("""[assembly: DeclaredMetric("players", MetricKind.Counter, Prefix = "x")]""", "another kind (gauge here, counter there)", """[assembly: MetricPrefix("Library", "lib")]""")]
    public async Task Metrics_of_referenced_assemblies_count(string library, string? difference, string own = "")
    {
        var source = $$"""
            [assembly: InstrumentationDefaults(Prefix = "lib")]
            {{own}}
            static partial class A { [GameMetric(MetricKind.Gauge, "players", Help = "H.")] public static partial void One(int x, bool bot); }
            """;
        using var workspace = new AdhocWorkspace();
        var referenced = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText(TestCompilation.GlobalUsings + library, TestCompilation.ParseOptions)],
            TestCompilation.References,
            TestCompilation.Options);
        using var image = new MemoryStream();
        Assert.True(referenced.Emit(image).Success);
        var document = Verify.Add(workspace, source, editorConfig: null);
        document = document.Project.AddMetadataReference(MetadataReference.CreateFromImage(image.ToArray())).GetDocument(document.Id)!;

        var found = await Verify.Diagnose(document, new INST023ConflictingMetricsAnalyzer());

        Assert.Equal(
            difference is null ? [] : [$"Metric 'lib_players' is declared by 'Library' as well, with {difference}"],
            found.Select(static d => d.GetMessage(CultureInfo.InvariantCulture)));
    }
}
