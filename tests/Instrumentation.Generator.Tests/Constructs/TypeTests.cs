namespace Instrumentation.Generator.Tests.Constructs;

public sealed class TypeTests
{
    [Theory]
    [InlineData("partial class C")]
    [InlineData("sealed partial class C")]
    [InlineData("abstract partial class C")]
    [InlineData("partial class C(int seed)")]
    [InlineData("partial struct C")]
    [InlineData("readonly partial struct C")]
    [InlineData("ref partial struct C")]
    [InlineData("readonly ref partial struct C")]
    [InlineData("partial record C(int A)")]
    [InlineData("partial record struct C(int A)")]
    [InlineData("readonly partial record struct C(int A)")]
    [InlineData("unsafe partial class C")]
    [InlineData("partial interface C")]
    public void Instance_and_static_methods_of(string type) => Construct.IsWrapped($$"""
        public {{type}}
        {
            {{(type.Contains("seed", StringComparison.Ordinal) ? "public int Seed => seed;" : "")}}
            [MonitoredOperation] public int M(int a) => a;
            [MonitoredOperation] public static int N(int a) => a;
            [MonitoredOperation] private static int O(int a) => a;
        }
        """, wrappers: 3);

    [Fact]
    public void Static_class() => Construct.IsWrapped("public static partial class C { [MonitoredOperation] public static void M() { } }");

    [Fact]
    public void Struct_members_keep_their_this() => Construct.IsWrapped("""
        public partial struct S
        {
            private int _value;
            [MonitoredOperation] public void Add(int by) => _value += by;
            [MonitoredOperation] public readonly int Read() => _value;
            [MonitoredOperation, UnscopedRef] public ref int Value() => ref _value;
            public ref int Property { [UnscopedRef, MonitoredOperation] get => ref _value; }
            [UnscopedRef] public ref int Whole { [MonitoredOperation] get => ref _value; }
            public int Count { [MonitoredOperation] readonly get => _value; [MonitoredOperation] set => _value = value; }
        }
        """, wrappers: 7);

    [Fact]
    public void Members_of_an_interface() => Construct.IsWrapped("""
        public partial interface I
        {
            int Abstract();
            [MonitoredOperation] int Default(int a) => Helper(a);
            [MonitoredOperation] private int Helper(int a) => a;
            [MonitoredOperation] static virtual int Virtual() => 1;
            [MonitoredOperation] sealed int Sealed() => 1;
            int Property { [MonitoredOperation] get => 1; }
        }
        public partial interface J : I { [MonitoredOperation] int I.Default(int a) => a; }
        """, wrappers: 6);

    [Fact]
    public void Base_that_holds_twins_of_the_same_names() => Construct.IsWrapped("""
        public partial class Base
        {
            [MonitoredOperation] public virtual object M() => 1;
            private partial class Derived : Base { [MonitoredOperation] public override string M() => ""; }
        }
        """, wrappers: 2);

    [Fact]
    public void Global_namespace_and_types_that_differ_in_case_or_arity()
    {
        var run = Harness.GeneratorRun.Clean("""
            public partial class Foo { [MonitoredOperation] public void M() { } }
            public partial class FOO { [MonitoredOperation] public void M() { } }
            public partial class Foo<T> { [MonitoredOperation] public void M() { } }
            public partial class Foo_1 { [MonitoredOperation] public void M() { } }
            namespace A { public partial class Foo { [MonitoredOperation] public void M() { } } }
            """);
        Assert.Equal(7, run.Files.Count);
        Assert.Equal(7, run.Files.Select(file => file.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Type_named_in_lower_case_and_in_several_parts() => Construct.IsWrapped(Harness.TestCompilation.Create(
        "#pragma warning disable CS8981\npublic partial class lower { [MonitoredOperation] public void M() { } }",
        "#pragma warning disable CS8981\npublic partial class lower { [MonitoredOperation] public void M(int a) { } }"), wrappers: 2);
}
