namespace Instrumentation.Generator.Tests.Constructs;

public sealed class SignatureTests
{
    [Theory]
    [InlineData("public void M(ref int a, out int b, in int c, ref readonly int d) => b = a + c + d;")]
    [InlineData("public Span<int> M(Span<int> a, scoped Span<int> b) { b.Clear(); return a; }")]
    [InlineData("public ReadOnlySpan<int> M(scoped ref int a, ref ReadOnlySpan<int> b) { a++; return b; }")]
    [InlineData("public ref int M([UnscopedRef] out int a) { a = 1; return ref a; }")]
    [InlineData("public ref int M(int[] a) => ref a[0];")]
    [InlineData("public ref readonly int M(ref readonly int a, in int b) => ref a;")]
    [InlineData("public ref int M(ref int a, scoped ref int b) => ref a;")]
    [InlineData("public unsafe int* M(int* a, void** b, int*[] c) => a;")]
    [InlineData("public unsafe delegate* unmanaged[Cdecl, SuppressGCTransition]<int, ref string, void> M(delegate*<ref readonly int, in int, out string, int*> a) => null;")]
    [InlineData("public int M(params int[] a) => a.Length;")]
    [InlineData("public int M(params ReadOnlySpan<string> a) => a.Length;")]
    [InlineData("public int M(params IEnumerable<string> a) => 1;")]
    [InlineData("public int M(int a = 1, string b = \"x\", CancellationToken c = default) => a;")]
    [InlineData("public (int Left, string? Right) M((int A, (string B, int C) D) a) => (a.A, a.D.B);")]
    [InlineData("public dynamic M(dynamic a, List<dynamic> b, dynamic? c) => a + c;")]
    [InlineData("public int M(object a, dynamic b) => 1; public int M(string a, string b) => 2;")]
    [InlineData("public int M(ref dynamic a, out dynamic b) { b = a; return 1; }")]
    [InlineData("public bool M([NotNullWhen(true)] string? a, [MaybeNullWhen(false)] out string b) { b = a!; return a != null; }")]
    [InlineData("[DoesNotReturn] public void M() => throw new InvalidOperationException();")]
    [InlineData("[MemberNotNull(nameof(S))] public void M() => S = \"\"; public string? S;")]
    [InlineData("public int M(int @event, int @class, int when, int async, int @value) => @event;")]
    [InlineData("public int M(int call, int result, int exception, int series) => result;")]
    [InlineData("public void @event() { }")]
    [InlineData("public int M(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p, int q, int r) => r;")]
    [InlineData("public int M(nint a, nuint b, decimal? c, int?[]?[,] d, Dictionary<string, List<int?>?>? e) => 1;")]
    [InlineData("public int M([System.Runtime.CompilerServices.CallerMemberName] string a = \"\") => 1;")]
    [InlineData("public int M(TypedReference a) => 1;")]
    [InlineData("public string? M<T>(T? a, T b) where T : class => null;")]
    public void Compiles(string member) => Construct.IsWrapped($"public partial class C {{ [MonitoredOperation] {member} }}");

    [Fact]
    public void Dynamic_argument_is_not_bound_at_run_time()
    {
        var code = Construct.IsWrapped("public partial class C { [MonitoredOperation] public dynamic M(dynamic a, List<dynamic> b) => a; }");
        Assert.DoesNotContain("dynamic ", code, StringComparison.Ordinal);
        Assert.Contains("M__Body(object a, global::System.Collections.Generic.List<object> b)", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_that_is_oblivious_of_nullability_stays_so()
    {
        var code = Construct.IsWrapped("""
            public partial class C
            {
            #nullable disable
                [MonitoredOperation] public string Old<T>(Dictionary<T, string> a, string b) => b;
            #nullable enable annotations
                [MonitoredOperation] public string? Half<T>(Dictionary<T, string> a, [MetricLabel(Values = new[] { "x" })] string? b) => b;
            #nullable enable
                [MonitoredOperation] public string? New(string? a) => a;
            }
            """, wrappers: 3);
        Assert.Contains("#nullable disable\n", code, StringComparison.Ordinal);
        Assert.Contains("#nullable disable warnings\n", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Obsolete_and_experimental_types_are_complained_of_once()
    {
        Construct.IsWrapped("""
            [Obsolete] public class Old;
            [Obsolete("", true)] public class Older;
            [Experimental("EXP001")] public class New;
            public enum Kind { A, [Obsolete("", true)] B, C = 7 }
            public partial class C
            {
            #pragma warning disable CS0612, EXP001
                [MonitoredOperation] public void M(Old a, List<New> b, [MetricLabel] Kind kind) { }
                [Obsolete, MonitoredOperation] public void N(Older a) { }
            }
            """, wrappers: 2);
    }

    [Fact]
    public void Overloads_by_reference_kind_and_arity()
    {
        var code = Construct.IsWrapped("""
            [MonitoredOperation]
            public partial class C
            {
                public int M(int a) => 1;
                public int M(ref int a) => 2;
                public int M<T>(int a) => 3;
                public int M<T>(T a) => 4;
                public static int M(string a) => 5;
            }
            """, wrappers: 5);
        Assert.Contains("M__Body5", code, StringComparison.Ordinal);
        Assert.Single(code.Split("Operation.Create(").Skip(1));
    }

    [Fact]
    public void Names_that_are_taken()
    {
        var code = Construct.IsWrapped("""
            public partial class C
            {
                public int M__Body => 1;
                [MonitoredOperation] public int M() => 1;
                [MonitoredOperation] public void COperations() { }
                [MonitoredOperation] public new bool Equals(object? a) => false;
            }
            """, wrappers: 3);
        Assert.Contains("M__Body_(", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Checked_arithmetic_and_keyword_types()
    {
        var compilation = Harness.TestCompilation.Create("""
            namespace @event.@class
            {
                public enum @enum : long { @int, @string }
                public partial class @struct<@in> { [MonitoredOperation] public int M([MetricLabel] @enum @params, [MetricLabel] @enum? @out) => 1; }
            }
            """);
        Construct.IsWrapped(compilation.WithOptions(compilation.Options.WithOverflowChecks(true)));
    }

    [Fact]
    public void What_trimming_goes_by_is_on_the_twins()
    {
        var code = Construct.IsWrapped("""
            public partial class C
            {
                [MonitoredOperation]
                [RequiresUnreferencedCode("reads \"all\"", Url = "https://example.org"), RequiresDynamicCode("makes")]
                [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Kept.")]
                [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
                public Type M<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.PublicFields)] T>(
                    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type a) => a;
            }
            """);
        var twin = code.Split("moves the body", StringSplitOptions.None)[1];
        Assert.Contains("RequiresUnreferencedCodeAttribute(\"reads \\\"all\\\"\", Url = \"https://example.org\")", twin, StringComparison.Ordinal);
        Assert.Contains("UnconditionalSuppressMessageAttribute(\"Trimming\", \"IL2026\", Justification = \"Kept.\")", twin, StringComparison.Ordinal);
        Assert.Contains("[return: global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembersAttribute(", twin, StringComparison.Ordinal);
        Assert.Contains("M__Body<[global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembersAttribute((global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes)(40))] T>(", twin, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_under_an_extern_alias_is_named_by_it()
    {
        var library = Harness.TestCompilation.Create(
            [Harness.TestCompilation.Parse("namespace Hidden { public class Thing; public enum Zone { North, South } public class Box<T> { public enum Side { Left } } }")], name: "Hidden");
        using var image = new MemoryStream();
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var reference = Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray()).WithAliases(["hidden", "record"]);
        var compilation = Harness.TestCompilation.Create(
            [Harness.TestCompilation.Parse("extern alias hidden;\n" + Harness.TestCompilation.Usings + """
                namespace Hidden { public enum Zone { West } }
                public partial class C
                {
                    [MonitoredOperation] public void M(List<hidden::Hidden.Thing> a, Hidden.Zone b) { }
                    [MonitoredOperation] public partial void N(hidden::Hidden.Thing a);
                    private void NCore(hidden::Hidden.Thing a) { }
                    [GameMetric(MetricKind.Counter, "a_total")] public static partial void Count(hidden::Hidden.Zone zone, Hidden.Zone? own, hidden::Hidden.Box<Hidden.Zone>.Side side);
                    [GameMetric(MetricKind.Counter, "b_total")] public static partial void Refused(hidden::Hidden.Thing thing);
                }
                [GameEvent("moves")] public partial record Move([MetricLabel] hidden::Hidden.Zone To, [EventId] hidden::Hidden.Thing Thing);
                """)],
            references: reference);

        var run = Harness.GeneratorRun.Clean(compilation);

        Assert.Equal("M", Assert.Single(run.Wrappers()).Target);
        Assert.Contains("Count(hidden::Hidden.Zone zone, global::Hidden.Zone? own, hidden::Hidden.Box<global::Hidden.Zone>.Side side)", run.File("C-Metrics.g.cs"), StringComparison.Ordinal);
    }
}
