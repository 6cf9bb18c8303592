using Instrumentation.Generator.Parsing.Metrics;
using Instrumentation.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>What is refused leaves code that compiles, so that the compiler reports the finding and nothing else.</summary>
public sealed class RefusedMetricTests
{
    [Theory]
    [InlineData("INST005", "[GameMetric(MetricKind.Counter, \"a\")] partial void M();")]
    [InlineData("INST005", "[GameMetric(MetricKind.Gauge, \"a_total\")] partial void M(int a);")]
    [InlineData("INST005", "[GameMetric(MetricKind.Gauge, \"a-b\")] partial void M(int a);")]
    [InlineData("INST005", "[GameMetric(MetricKind.Gauge, \"\")] partial void M(int a);")]
    [InlineData("INST005", "[GameMetric(MetricKind.Gauge, null!)] partial void M(int a);")]
    [InlineData("INST005", "[GameMetric(MetricKind.Gauge, \"a:b\")] partial void M(int a);")]
    [InlineData("INST005", "[GameMetric(MetricKind.Gauge, \"a\", Unit = \"bytes\")] partial void M(int a);")]
    [InlineData("INST005", "[GameMetric(MetricKind.Counter, \"operation_failures_total\")] partial void M();")]
    [InlineData("INST005", "[GameMetric(MetricKind.Counter, \"instrumentation_x_total\")] partial void M();")]
    [InlineData("INST006", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(bool le);")]
    [InlineData("INST006", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(bool größe);")]
    [InlineData("INST006", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(bool a, [MetricLabel(\"a\")] bool b);")]
    [InlineData("INST007", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(string a);")]
    [InlineData("INST007", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(Guid a);")]
    [InlineData("INST007", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(DateTime a);")]
    [InlineData("INST007", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(object? a);")]
    [InlineData("INST007", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(dynamic a);")]
    [InlineData("INST007", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(char a);")]
    [InlineData("INST007", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M([MetricLabel] int a);")]
    [InlineData("INST007", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(params string[] a);")]
    [InlineData("INST007", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(scoped ReadOnlySpan<char> a);")]
    [InlineData("INST007", "[GameMetric(MetricKind.Counter, \"a_total\")] unsafe partial void M(int* a);")]
    [InlineData("INST007", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M((int A, int B) a);")]
    [InlineData("INST008", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M([MetricLabel(Limit = 0)] string a);")]
    [InlineData("INST008", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M([MetricLabel(Values = [\"x\"])] bool a);")]
    [InlineData("INST009", "[GameMetric(MetricKind.Histogram, \"a\", Buckets = [2, 1])] partial void M(int a);")]
    [InlineData("INST009", "[GameMetric(MetricKind.Histogram, \"a\", Buckets = [1], Preset = BucketPreset.Size)] partial void M(int a);")]
    [InlineData("INST009", "[GameMetric(MetricKind.Histogram, \"a\", Preset = (BucketPreset)77)] partial void M(int a);")]
    [InlineData("INST009", "[GameMetric(MetricKind.Histogram, \"a\", Buckets = [-1, 1])] partial void M(TimeSpan a);")]
    [InlineData("INST014", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M([MetricLabel(Limit = 1000)] string a, [MetricLabel(Limit = 1000)] string b);")]
    [InlineData("INST017", "[GameMetric(MetricKind.Counter, \"a_total\")] public partial int M(bool a);")]
    [InlineData("INST017", "[GameMetric(MetricKind.Counter, \"a_total\")] public partial ref int M(bool a);")]
    [InlineData("INST017", "[GameMetric(MetricKind.Counter, \"a_total\")] public partial Task<int> M(bool a);")]
    [InlineData("INST017", "[GameMetric(MetricKind.Counter, \"a_total\")] public partial IEnumerable<int> M(bool a);")]
    [InlineData("INST017", "[GameMetric(MetricKind.Counter, \"a_total\")] public partial void M<T>(T a) where T : struct, Enum;")]
    [InlineData("INST017", "[GameMetric(MetricKind.Counter, \"a_total\")] public partial void M(out int a, ref int b, ref readonly bool c);")]
    [InlineData("INST017", "[GameMetric(MetricKind.Counter, \"a_total\")] partial void M(bool a); partial void M(bool a) { }")]
    [InlineData("INST017", "[GameMetric(MetricKind.Counter, \"a_total\")] void M(bool a) { }")]
    [InlineData("INST017", "[GameMetric(MetricKind.Gauge, \"a\")] void M() { }")]
    [InlineData("INST017", "[GameMetric(MetricKind.Gauge, \"a\")] partial void M();")]
    [InlineData("INST017", "[GameMetric(MetricKind.Counter, \"a_total\")][GameMetric(MetricKind.Counter, \"b_total\")] partial void M();")]
    [InlineData("INST017", "[GameMetric((MetricKind)(-1), \"a\")] partial void M(int a);")]
    [InlineData("INST017", "[GameMetric(MetricKind.Histogram, \"a\")] static int M() => 1;")]
    [InlineData("INST017", "[GameMetric(MetricKind.Gauge, \"a\")] static async Task<int> M() { await Task.Yield(); return 1; }")]
    [InlineData("INST017", "[GameMetric(MetricKind.Gauge, \"a\")] static T M<T>() => default!;")]
    [InlineData("INST017", "[GameMetric(MetricKind.Counter, \"a_total\"), MonitoredOperation] public partial void M(bool a); void MCore(bool a) { }")]
    public void What_is_refused_still_compiles(string id, string member)
    {
        var compilation = TestCompilation.Create($"public partial class C {{ {member} }}");
        Assert.Contains(Findings(compilation), finding => finding.Id == id);
        GeneratorRun.Clean(compilation);
    }

    [Theory]
    [InlineData("INST001", "class Outer { partial class C { [GameMetric(MetricKind.Counter, \"a_total\")] partial void M(); } }")]
    [InlineData("INST001", "class C { [GameMetric(MetricKind.Gauge, \"a\")] private static int A => 1; }")]
    [InlineData("INST001", "partial class Outer { class C { [GameMetric(MetricKind.Gauge, \"a\")] public static int A => 1; } }")]
    [InlineData("INST003", "partial class C { [GameMetric(MetricKind.Gauge, \"a\", Buckets = new[] { 1.0 })] partial void M(int a); }")]
    [InlineData("INST003", "partial class C { [GameMetric(MetricKind.Counter, \"a_total\", ExpireAfter = \"5m\")] partial void M(bool a); }")]
    [InlineData("INST003", "partial class C { [GameMetric(MetricKind.Counter, \"a_total\", Labels = new[] { \"a\" })] partial void M(bool a); }")]
    [InlineData("INST017", "file partial class C { [GameMetric(MetricKind.Counter, \"a_total\")] partial void M(); }")]
    [InlineData("INST017", "interface I { [GameMetric(MetricKind.Gauge, \"a\")] static abstract int A { get; } }")]
    [InlineData("INST017", "class B { protected virtual int A => 1; } interface J { int A { get; } } class C : J { [GameMetric(MetricKind.Gauge, \"a\")] int J.A => 1; }")]
    public void What_is_noted(string id, string source) =>
        Assert.Contains(Findings(TestCompilation.Create(source)), finding => finding.Id == id);

    /// <summary>Metric methods are public methods of a monitored type, too; their bodies are not worth timing.</summary>
    [Fact]
    public void Monitored_type_leaves_metric_methods_alone()
    {
        var run = GeneratorRun.Clean("""
            [MonitoredOperation]
            public partial class C { public void Act() { } [GameMetric(MetricKind.Counter, "a_total")] public partial void Count(bool b); }
            """);
        Assert.Single(run.Wrappers());
    }

    private static IEnumerable<Parsing.Finding> Findings(Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes()
            .Where(node => node is MemberDeclarationSyntax or VariableDeclaratorSyntax or ParameterSyntax)
            .Select(node => compilation.GetSemanticModel(tree).GetDeclaredSymbol(node)))
        .OfType<ISymbol>()
        .SelectMany(symbol => MetricDeclarations.Of(symbol, compilation, TestContext.Current.CancellationToken).Findings);
}
