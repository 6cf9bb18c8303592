using Instrumentation.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Constructs;

public sealed class MemberTests
{
    [Fact]
    public void Explicit_implementations() => Construct.IsWrapped("""
        namespace Game
        {
            public interface I<T> { T M(T a); int P { get; set; } int this[int a] { get; } event Action E; static abstract int S(); static abstract I<T> operator +(I<T> a, I<T> b); }
            public partial class C : I<(int A, string? B)>, I<List<int>>
            {
                [MonitoredOperation] (int A, string? B) I<(int A, string? B)>.M((int A, string? B) a) => a;
                int I<(int A, string? B)>.P { [MonitoredOperation] get => 1; [MonitoredOperation] set { } }
                int I<(int A, string? B)>.this[int a] { [MonitoredOperation] get => a; }
                event Action I<(int A, string? B)>.E { [MonitoredOperation] add { } [MonitoredOperation] remove { } }
                [MonitoredOperation] static int I<(int A, string? B)>.S() => 1;
                [MonitoredOperation] static I<(int A, string? B)> I<(int A, string? B)>.operator +(I<(int A, string? B)> a, I<(int A, string? B)> b) => a;
                [MonitoredOperation] List<int> I<List<int>>.M(List<int> a) => a;
                int I<List<int>>.P { [MonitoredOperation] get => 1; set { } }
                int I<List<int>>.this[int a] => a;
                event Action I<List<int>>.E { add { } remove { } }
                static int I<List<int>>.S() => 1;
                static I<List<int>> I<List<int>>.operator +(I<List<int>> a, I<List<int>> b) => a;
            }
        }
        """, wrappers: 10);

    [Fact]
    public void Accessors_operators_and_conversions()
    {
        var code = Construct.IsWrapped("""
            public partial class C
            {
                private int _a;
                public int P { [MonitoredOperation] get => _a; [MonitoredOperation] set => _a = value; }
                public int Auto { [MonitoredOperation] get; [MonitoredOperation] init; }
                public int Field { get; [MonitoredOperation] set => field = value + 1; }
                public int this[int a, string b] { [MonitoredOperation] get => a; [MonitoredOperation] set => _a = value; }
                public event Action E { [MonitoredOperation] add { } [MonitoredOperation] remove { } }
                [MonitoredOperation] public static C operator +(C a, C b) => a;
                [MonitoredOperation] public static C operator checked +(C a, C b) => a;
                [MonitoredOperation] public static implicit operator int(C a) => a._a;
                [MonitoredOperation] public static explicit operator string(C a) => "";
                [MonitoredOperation] public void operator ++() => _a++;
            }
            """, wrappers: 14);
        foreach (var name in new[] { "C.P.get", "C.P.set", "C.Auto.set", "C.Item.get", "C.E.add", "C.op_Addition", "C.op_Explicit" })
        {
            Assert.Contains($"Name = \"{name}\"", code, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Virtual_members_overrides_and_new() => Construct.IsWrapped("""
        public abstract class Root { public virtual object Covariant() => 1; public virtual int Property => 1; public abstract void A(int a); }
        public partial class C : Root
        {
            [MonitoredOperation] public override string Covariant() => (string)base.Covariant();
            public override int Property { [MonitoredOperation] get => base.Property; }
            [MonitoredOperation] public sealed override void A(int a) { }
            [MonitoredOperation] public virtual void V() { }
            [MonitoredOperation] public override string ToString() => "";
        }
        public partial class D : C { [MonitoredOperation] public new void V() { } }
        """, wrappers: 6);

    [Fact]
    public void Static_abstract_implementations() => Construct.IsWrapped("""
        public interface I<T> where T : I<T> { static abstract T Make(); static virtual int Level => 1; static abstract T operator -(T a); }
        public partial class C : I<C>
        {
            [MonitoredOperation] public static C Make() => new();
            public static int Level { [MonitoredOperation] get => 2; }
            [MonitoredOperation] public static C operator -(C a) => a;
        }
        """, wrappers: 3);

    [Fact]
    public void Extension_methods_and_members()
    {
        var code = Construct.IsWrapped("""
            public static partial class E
            {
                [MonitoredOperation] public static int Twice(this int a) => a * 2;
                extension(string text)
                {
                    [MonitoredOperation] public int Words(char separator) => text.Split(separator).Length;
                    public int Half { [MonitoredOperation] get => text.Length / 2; }
                    [MonitoredOperation] public static string Make<T>(T a) => "";
                }
                extension<T>(List<T> items) where T : class
                {
                    [MonitoredOperation] public T? Pick<U>([MetricLabel] bool first, U a) where U : struct => null;
                }
            }
            """, wrappers: 5);
        Assert.Contains("\"E.Words\"", code, StringComparison.Ordinal);
        Assert.Contains("\"E.Half.get\"", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Extension_members_are_covered_by_their_class() => Construct.IsWrapped("""
        [MonitoredOperation]
        public static partial class E { extension(string text) { public int Words() => 1; public int Half => 2; } public static void M() { } }
        """, wrappers: 2);

    [Fact]
    public void Main_conditional_and_async_main() => Construct.IsWrapped(TestCompilation.Create(
        [TestCompilation.Parse(TestCompilation.Usings + """
            internal static partial class Program
            {
                [MonitoredOperation] private static async Task<int> Main(string[] args) { Log(); await Task.Yield(); return 0; }
                [System.Diagnostics.Conditional("NEVER"), MonitoredOperation] private static void Log() { }
            }
            """)],
        OutputKind.ConsoleApplication), wrappers: 2);

    [Fact]
    public void Partial_method_and_property_with_bodies_of_their_own() => Construct.IsWrapped("""
        public partial class C
        {
            [MonitoredOperation] public partial int M(int a);
            public partial int M(int a) => a;
            public partial int N(int a);
            [MonitoredOperation] public partial int N(int a) => a;
            [MonitoredOperation] private partial Task O();
            private async partial Task O() => await Task.Yield();
            public partial int P { [MonitoredOperation] get; }
            public partial int P { get => 1; }
        }
        """, wrappers: 4);
}
