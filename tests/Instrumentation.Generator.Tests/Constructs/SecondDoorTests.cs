using Instrumentation.Generator.Tests.Harness;

namespace Instrumentation.Generator.Tests.Constructs;

public sealed class SecondDoorTests
{
    [Theory]
    [InlineData("public partial int M(int a);", "private int MCore(int a) => a;")]
    [InlineData("public static partial void M(ref int a, out int b, in int c, ref readonly int d);", "private static void MCore(ref int a, out int b, in int c, ref readonly int d) => b = 1;")]
    [InlineData("internal partial ref int M(ref int a);", "private ref int MCore(ref int a) => ref a;")]
    [InlineData("internal virtual partial ref readonly int M(in int a);", "private ref readonly int MCore(in int a) => ref a;")]
    [InlineData("public partial T? M<T>(T? a) where T : class, IDisposable;", "private T? MCore<T>(T? a) where T : class, IDisposable => a;")]
    [InlineData("public partial U M<U>(U a) where U : unmanaged;", "private V MCore<V>(V a) where V : unmanaged => a;")]
    [InlineData("public partial int M(params ReadOnlySpan<int> a);", "private int MCore(ReadOnlySpan<int> a) => a.Length;")]
    [InlineData("public partial int M(int a = 3, params string[] b);", "private int MCore(int a, string[] b) => a;")]
    [InlineData("public partial Span<int> M(Span<int> a, scoped Span<int> b);", "private Span<int> MCore(Span<int> a, scoped Span<int> b) => a;")]
    [InlineData("public partial dynamic M(dynamic a, (int A, dynamic B) b);", "private dynamic MCore(dynamic a, (int A, dynamic B) b) => a;")]
    [InlineData("public unsafe partial int* M(int* a);", "private unsafe int* MCore(int* a) => a;")]
    [InlineData("public partial Task<int> M(int a);", "private async Task<int> MCore(int a) { await Task.Yield(); return a; }")]
    [InlineData("public partial ValueTask M();", "private ValueTask MCore() => default;")]
    [InlineData("public partial IEnumerable<int> M();", "private IEnumerable<int> MCore() { yield return 1; }")]
    [InlineData("public override partial string ToString();", "private string ToStringCore() => \"\";")]
    [InlineData("partial void M(int a);", "private void MCore(int a) { }")]
    public void Compiles(string declaration, string core) =>
        Construct.IsImplemented($"public partial class C {{ [MonitoredOperation] {declaration} {core} }}");

    [Fact]
    public void Type_covers_it_and_its_body_is_not_measured_twice()
    {
        var code = Construct.IsImplemented("[MonitoredOperation] public partial struct S { public readonly partial int M(int a); public readonly int MCore(int a) => a; }");
        Assert.DoesNotContain("MCore\"", code, StringComparison.Ordinal);
        Assert.DoesNotContain("WovenAssemblies", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Unsafe_type() =>
        Construct.IsImplemented("public unsafe partial class C { [MonitoredOperation] public partial int* M(int* a); private int* MCore(int* a) => a; }");

    [Fact]
    public void Extension_method() =>
        Construct.IsImplemented("public static partial class C { [MonitoredOperation] public static partial int M(this int a); private static int MCore(int a) => a; }");

    [Theory]
    [InlineData("public partial int M(int a);", "")]
    [InlineData("public partial int M(int a);", "private long MCore(int a) => a;")]
    [InlineData("public partial int M(string? a);", "private int MCore(string a) => 1;")]
    [InlineData("public partial ref int M(ref int a);", "")]
    [InlineData("public partial void M(out int a);", "private void MCore(ref int a) { }")]
    [InlineData("public partial int M([MetricLabel] Guid a);", "private int MCore(Guid a) => 1;")]
    [InlineData("public partial ref int M(ref int a, [MetricLabel] int b);", "private ref int MCore(ref int a, int b) => ref a;")]
    public void Refused_ones_have_a_body_all_the_same(string declaration, string core)
    {
        var code = Construct.IsImplemented($"public partial class C {{ [MonitoredOperation] {declaration} {core} }}");
        Assert.Contains("Not measured", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Operation.Create", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_from_another_generator_is_woven()
    {
        var run = GeneratorRun.Over(TestCompilation.Create("""
            public partial class C { [MonitoredOperation, System.Text.RegularExpressions.GeneratedRegex("a")] public partial System.Text.RegularExpressions.Regex R(); }
            """));
        Assert.Single(run.Wrappers());
        Assert.All(run.Complaints(), complaint => Assert.Equal("CS8795", complaint.Id));
    }
}
