using Instrumentation.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>What other compilers, and the catalog, learn of an assembly's metrics; and the prefixes that a program gives.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void All_metrics_are_declared_in_ordinal_order() => Snapshot.Verify(GeneratorRun.Clean("""
        [assembly: InstrumentationDefaults(Prefix = "arena", Service = "match")]
        public enum Kind { A, [LabelValue("b|c=\\*")] B }
        public partial class Service
        {
            [MonitoredOperation] public void Act([MetricLabel] Kind kind) { }
            [MonitoredOperation("Other")] public void Act([MetricLabel(Limit = 5)] string kind, [MetricLabel] bool own) { }
            [MonitoredOperation(Metric = "join_seconds", Help = "Joining.", Buckets = new[] { 0.1, 1 })] public void Join([MetricLabel] bool? ranked) { }
            [GameMetric(MetricKind.Gauge, "players", Owner = "lobby")] public static int Players => 1;
            [GameMetric(MetricKind.Histogram, "chat_bytes", Buckets = new[] { 1.0 })] partial void Chat(int size, Kind? kind);
            [GameMetric(MetricKind.Counter, "refused")] partial void Refused();
        }
        [GameEvent("hits")] public partial record struct Hit([GameMetric(MetricKind.Gauge, "last")] int Last);
        """).File("InstrumentationMetrics.g.cs"));

    [Fact]
    public void Prefix_that_may_be_overridden_is_asked_for_and_kept_apart()
    {
        var run = GeneratorRun.Clean("""
            [assembly: InstrumentationDefaults(Prefix = "game", AllowPrefixOverride = true)]
            public partial class C
            {
                [MonitoredOperation] public void Act() { }
                [GameMetric(MetricKind.Counter, "a_total")] public static partial void A();
                [GameMetric(MetricKind.Gauge, "b")] public static int B => 1;
            }
            """);
        const string Prefix = "Prefix = global::Instrumentation.Metrics.MetricPrefixes.Of(\"Game.Server\", \"game\")";
        Assert.Contains(Prefix, run.File("C.g.cs"), StringComparison.Ordinal);
        Assert.Equal(3, run.File("C-Metrics.g.cs").Split(Prefix).Length);
        Assert.Contains("DeclaredMetric(\"a_total\", global::Instrumentation.MetricKind.Counter, Prefix = \"game\"", run.File("InstrumentationMetrics.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Program_gives_prefixes_before_it_loads_what_it_refers_to()
    {
        var library = Reference("[assembly: InstrumentationDefaults(AllowPrefixOverride = true)] public partial class L { [GameMetric(MetricKind.Counter, \"a_total\")] public static partial void A(); }");
        var registration = GeneratorRun.Clean(Program("[assembly: MetricPrefix(\"Library\", \"my\")]", library)).Registration();
        var set = registration.IndexOf("MetricPrefixes.Set(\"Library\", \"my\");", StringComparison.Ordinal);
        Assert.InRange(set, 1, registration.IndexOf("RunModuleConstructor(typeof(global::L)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("INST012", "[assembly: MetricPrefix(\"Library\", \"a-b\")]", true)]
    [InlineData("INST003", "[assembly: MetricPrefix(\"Missing\", \"a\")]", true)]
    [InlineData("INST003", "[assembly: MetricPrefix(\"Library\", \"a\")]", false)]
    [InlineData("INST003", "[assembly: MetricPrefix(\"Library\", \"a\"), MetricPrefix(\"Library\", \"b\")]", true)]
    public void Prefix_without_effect_is_noted(string id, string attribute, bool isProgram)
    {
        var library = Reference("[assembly: InstrumentationDefaults(AllowPrefixOverride = true)] public class L;");
        var compilation = isProgram ? Program(attribute, library) : TestCompilation.Create([TestCompilation.Parse(TestCompilation.Usings + attribute)], references: library);
        Assert.Contains(Parsing.PrefixParser.Parse(compilation).Findings, finding => finding.Id == id);
    }

    [Fact]
    public void Prefix_that_a_library_does_not_allow_is_noted()
    {
        var parsed = Parsing.PrefixParser.Parse(Program("[assembly: MetricPrefix(\"Library\", \"a\")]", Reference("public class L;")));
        Assert.Equal("INST003", Assert.Single(parsed.Findings).Id);
        Assert.Empty(parsed.Prefixes);
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Program(string attributes, MetadataReference library) => TestCompilation.Create(
        [TestCompilation.Parse(TestCompilation.Usings + attributes + "\npublic static class Program { public static void Main() { } }")],
        OutputKind.ConsoleApplication,
        "Program",
        library);

    private static MetadataReference Reference(string source)
    {
        var library = TestCompilation.Create([TestCompilation.Parse("#pragma warning disable CS8019\n" + TestCompilation.Usings + source)], name: "Library");
        using var stream = new MemoryStream();
        Assert.True(GeneratorRun.Clean(library).Output.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
