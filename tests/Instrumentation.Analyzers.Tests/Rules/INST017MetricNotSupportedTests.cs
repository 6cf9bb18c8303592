using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST017MetricNotSupportedTests
{
    [Theory]
    [InlineData("partial class C { [[|GameMetric(MetricKind.Counter, \"a_total\")|]] void M(bool a) { } }")]
    [InlineData("partial class C { [[|GameMetric(MetricKind.Gauge, \"a\")|]] partial void M(); }")]
    [InlineData("partial class C { [[|GameMetric(MetricKind.Histogram, \"a\")|]] partial void M(bool a); }")]
    [InlineData("partial class C { [[|GameMetric(MetricKind.UpDownCounter, \"a\")|]] partial void M(bool a); }")]
    [InlineData("partial class C { [[|GameMetric(MetricKind.Counter, \"a_total\")|]] partial void M(int a, long b); }")]
    [InlineData("partial class C { [[|GameMetric(MetricKind.Counter, \"a_total\")|]] public partial int M(int a); }")]
    [InlineData("partial class C { [[|GameMetric(MetricKind.Counter, \"a_total\")|]] public partial void M<T>(int a); }")]
    [InlineData("partial class C { [[|GameMetric(MetricKind.Counter, \"a_total\")|]] public partial void M(ref int a); }")]
    [InlineData("partial class C { [[|GameMetric(MetricKind.Counter, \"a_total\")|]] public partial void M(out int a); }")]
    [InlineData("partial class C { [[|GameMetric(MetricKind.Counter, \"a_total\")|], MonitoredOperation] public partial void M(); void MCore() { } }")]
    [InlineData("partial class C { [GameMetric(MetricKind.Counter, \"a_total\")][[|GameMetric(MetricKind.Counter, \"b_total\")|]] partial void M(); }")]
    [InlineData("partial class C { [GameMetric(MetricKind.Counter, \"a_total\", [|ExpireAfter = \"soon\"|])] partial void M([MetricLabel(Limit = 5)] string a); }")]
    [InlineData("partial class C { [GameMetric(MetricKind.Counter, \"a_total\", [|ExpireAfter = \"59s\"|])] partial void M([MetricLabel(Limit = 5)] string a); }")]
    [InlineData("file partial class C { [[|GameMetric(MetricKind.Counter, \"a_total\")|]] partial void M(); }")]
    [InlineData("class C { [[|GameMetric((MetricKind)9, \"a\")|]] public int A { get; } }")]
    [InlineData("class C { [[|GameMetric(MetricKind.Histogram, \"a\")|]] public int A { get; } }")]
    [InlineData("class C { [[|GameMetric(MetricKind.Gauge, \"a\")|]] public string A { get; } = \"\"; }")]
    [InlineData("class C { [[|GameMetric(MetricKind.Counter, \"a_total\")|]] public bool A { get; } }")]
    [InlineData("class C { [[|GameMetric(MetricKind.Gauge, \"a\")|]] public int A { set { } } }")]
    [InlineData("class C { [[|GameMetric(MetricKind.Gauge, \"a\")|]] public int this[int i] => i; }")]
    [InlineData("class C { public int A { [[|GameMetric(MetricKind.Gauge, \"a\")|]] get => 1; } }")]
    [InlineData("class C { void M() { Local(); [[|GameMetric(MetricKind.Gauge, \"a\")|]] int Local() => 1; } }")]
    [InlineData("class C { void M([[|GameMetric(MetricKind.Gauge, \"a\")|]] int a) { } }")]
    [InlineData("class C { [field: [|GameMetric(MetricKind.Gauge, \"a\")|]] public int A { get; } }")]
    [InlineData("struct C { [[|GameMetric(MetricKind.Gauge, \"a\")|]] public int A { get; } }")]
    [InlineData("class C<T> { [[|GameMetric(MetricKind.Gauge, \"a\")|]] public static int A { get; } }")]
    [InlineData("interface I { [[|GameMetric(MetricKind.Gauge, \"a\")|]] int A { get; } }")]
    [InlineData("static class C { extension(string a) { [[|GameMetric(MetricKind.Gauge, \"a\")|]] public int A => 1; } }")]
    public Task What_cannot_be_a_metric_is_named(string source) => Verify.Analyzer<INST017MetricNotSupportedAnalyzer>(source);

    [Theory]
    [InlineData("static partial class C { [GameMetric(MetricKind.Counter, \"a_total\")] public static partial void M(this DayOfWeek a, in bool? b); }")]
    [InlineData("partial struct C<T> { [GameMetric(MetricKind.UpDownCounter, \"a\")] public readonly partial void M(decimal? a); }")]
    [InlineData("partial interface I { [GameMetric(MetricKind.Gauge, \"a\")] static partial void M(nint a); }")]
    [InlineData("partial class C { [GameMetric(MetricKind.Histogram, \"a_seconds\")] private partial void M(DayOfWeek a, TimeSpan b, bool c); }")]
    [InlineData("class C { [GameMetric(MetricKind.Gauge, \"a\")] public bool A; [GameMetric(MetricKind.Counter, \"a_total\")] internal static ulong B() => 1; }")]
    [InlineData("class C { [GameMetric(MetricKind.Gauge, \"a\")] public double? A => null; [GameMetric(MetricKind.Gauge, \"b\")] public const int B = 1; }")]
    [InlineData("record C([property: GameMetric(MetricKind.Gauge, \"a\")] int A);")]
    [InlineData("[GameEvent] partial record struct E([GameMetric(MetricKind.Histogram, \"a\")][GameMetric(MetricKind.Counter, \"a_total\")] int A);")]
    public Task What_can_be_a_metric_does_not_trigger(string source) => Verify.Analyzer<INST017MetricNotSupportedAnalyzer>(source);

    [Fact]
    public Task The_fix_removes_the_attribute() => Verify.Fix<INST017MetricNotSupportedAnalyzer, INST017MetricNotSupportedFix>(
        "partial class C { [Obsolete, [|GameMetric(MetricKind.Gauge, \"a\")|]] partial void M(); }",
        "partial class C { [Obsolete] partial void M(); }");
}
