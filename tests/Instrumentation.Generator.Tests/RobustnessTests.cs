using Instrumentation.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Tests;

/// <summary>While somebody types, the code is hardly ever right. A generator that throws then takes all its files away.</summary>
public sealed class RobustnessTests
{
    private const string Source = """
        [assembly: InstrumentationDefaults(Prefix = "a", Service = "b")]
        namespace Game.Deep
        {
            public enum Kind { A, [LabelValue("x")] B }
            [MonitoredOperation("Name", Buckets = new[] { 0.1 }, SampleEvery = 2)]
            public static partial class Outer<T> where T : class, new()
            {
                extension(string text) { [MonitoredOperation] public int Words([MetricLabel(Limit = 5)] string a) => 1; }
                public unsafe partial record struct Inner(int A) : IEnumerable<T>
                {
                    [MonitoredOperation] public async Task<int> M<U>(ref U a, [MetricLabel(Values = new[] { "x" })] string b, params int*[] c) where U : T => 1;
                    [MonitoredOperation] IEnumerator<T> IEnumerable<T>.GetEnumerator() { yield break; }
                    [MonitoredOperation] public partial ref int Door([MetricLabel("k")] Kind? kind); ref int DoorCore(Kind? kind) => throw null!;
                    public int P { [MonitoredOperation] get; [MonitoredOperation, NotMonitored] set; }
                    [MonitoredOperation] public static implicit operator int(Inner a) => 1;
                }
            }
        }
        """;

    [Fact]
    public void Code_cut_off_anywhere_fails_nothing()
    {
        for (var length = 0; length < Source.Length; length += 7)
        {
            Survives(Source[..length]);
        }
    }

    [Fact]
    public void Code_with_a_piece_missing_fails_nothing()
    {
        var words = Source.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            Survives(string.Join(' ', words.Where((_, index) => index != i)));
        }
    }

    [Theory]
    [InlineData("[MonitoredOperation] void M() { }")]
    [InlineData("partial class C { [MonitoredOperation(Buckets = null)] void M([MetricLabel(Values = null)] string a) { } }")]
    [InlineData("partial class C { [MonitoredOperation(null)] void M([MetricLabel(null)] bool a) { } }")]
    [InlineData("partial class C { [MonitoredOperation(name: 5, Buckets = new object[] { 1 })] void M() { } }")]
    [InlineData("partial class C { [MonitoredOperation] void M(Missing a, Missing<int> b, [MetricLabel] Missing c) { } }")]
    [InlineData("[MonitoredOperation] partial class C { public void M() { } } [MonitoredOperation] partial class C { public void N() { } }")]
    [InlineData("partial class C { [MonitoredOperation] void M() { } [MonitoredOperation] void M() { } }")]
    [InlineData("partial class C { [MonitoredOperation] C() { } [MonitoredOperation] static C() { } [MonitoredOperation] int P => 1; }")]
    [InlineData("partial class C { Action a = [MonitoredOperation] () => { }; }")]
    [InlineData("[MonitoredOperation] delegate void D(); [MonitoredOperation] enum E { A }")]
    [InlineData("static partial class C { extension { [MonitoredOperation] int M() => 1; } }")]
    [InlineData("[MonitoredOperation] extension(int a) { }")]
    public void Wrong_code_fails_nothing(string source) => Survives(source);

    private static void Survives(string source)
    {
        var compilation = TestCompilation.Create(source);
        var result = CSharpGeneratorDriver
            .Create([new InstrumentationGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Assert.True(result.Exception is null, $"{result.Exception}\n{source}");
        Assert.NotNull(Findings.Of(compilation));
    }
}
