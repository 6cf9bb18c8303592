using Instrumentation.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Compiles metrics, records into them, and reads what is exposed.</summary>
public sealed class RecordingTests
{
    [Fact]
    public void Declared_series_are_there_before_the_first_call() => Check(
        "[GameMetric(MetricKind.Counter, \"a_total\")] public static partial void A(bool b);",
        "",
        "a_total{b=\"false\"} 0",
        "a_total{b=\"true\"} 0");

    [Fact]
    public void Counter_without_a_value_counts_one() => Check(
        "[GameMetric(MetricKind.Counter, \"a_total\")] public static partial void A();", "A(); A();", "a_total 2");

    [Theory]
    [InlineData("byte", "200", "400")]
    [InlineData("sbyte", "100", "200")]
    [InlineData("short", "300", "600")]
    [InlineData("ushort", "60000", "120000")]
    [InlineData("int", "7", "14")]
    [InlineData("uint", "4000000000", "8000000000")]
    [InlineData("long", "4503599627370497", "9007199254740994")]
    [InlineData("nint", "7", "14")]
    [InlineData("nuint", "7", "14")]
    [InlineData("ulong", "7", "14")]
    [InlineData("Int128", "7", "14")]
    [InlineData("UInt128", "7", "14")]
    [InlineData("float", "0.5f", "1")]
    [InlineData("double", "0.25", "0.5")]
    [InlineData("Half", "(Half)0.25", "0.5")]
    [InlineData("decimal", "0.25m", "0.5")]
    public void Counter_takes_every_number(string type, string value, string expected) => Check(
        $"[GameMetric(MetricKind.Counter, \"a_total\")] public static partial void A({type} a);", $"A({value}); A({value});", $"a_total {expected}");

    /// <summary>Whole numbers are added up as such: added as doubles, the one would be lost.</summary>
    [Theory]
    [InlineData("long", "9007199254740992", "1", "9007199254740993")]
    [InlineData("ulong", "9007199254740992", "1", "9007199254740993")]
    [InlineData("nuint", "unchecked((nuint)9007199254740992)", "1", "9007199254740993")]
    [InlineData("Int128", "9007199254740992", "1", "9007199254740993")]
    [InlineData("UInt128", "9007199254740992", "1", "9007199254740993")]
    [InlineData("ulong", "ulong.MaxValue", "0", "1.8446744073709552E+19")]
    [InlineData("UInt128", "UInt128.MaxValue", "0", "3.402823669209385E+38")]
    public void Whole_numbers_stay_exact(string type, string first, string second, string expected) => Check(
        $"[GameMetric(MetricKind.Counter, \"a_total\")] public static partial void A({type} a);", $"A({first}); A({second});", $"a_total {expected}");

    [Theory]
    [InlineData("a_seconds", "1.5")]
    [InlineData("a", "1.5")]
    [InlineData("a_milliseconds", "1500")]
    [InlineData("a_microseconds", "1500000")]
    [InlineData("a_nanoseconds", "1500000000")]
    [InlineData("a_minutes", "0.025")]
    [InlineData("a_hours", "0.0004166666666666667")]
    [InlineData("a_days", "1.736111111111111E-05")]
    public void Lengths_of_time_are_in_the_unit_of_the_name(string name, string expected) => Check(
        $"[GameMetric(MetricKind.Gauge, \"{name}\")] public static partial void A(TimeSpan a);", "A(TimeSpan.FromTicks(15_000_000));", $"{name} {expected}");

    [Fact]
    public void Lengths_of_time_add_up_in_a_counter() => Check(
        "[GameMetric(MetricKind.Counter, \"a_milliseconds_total\")] public static partial void A(TimeSpan a);",
        "A(TimeSpan.FromSeconds(1)); A(TimeSpan.FromMilliseconds(0.5));",
        "a_milliseconds_total 1000.5");

    [Fact]
    public void Null_is_not_recorded() => Check(
        """
        [GameMetric(MetricKind.Counter, "a_total")] public static partial void A(ulong? number, bool? number_);
        [GameMetric(MetricKind.Gauge, "b_seconds")] public static partial void B(TimeSpan? a);
        """,
        "A(null, true); A(3, null); B(TimeSpan.FromSeconds(2)); B(null);",
        "a_total{number_=\"false\"} 0",
        "a_total{number_=\"none\"} 3",
        "a_total{number_=\"true\"} 0",
        "b_seconds 2");

    [Fact]
    public void Labels_multiply_in_the_order_of_the_parameters() => Check(
        """
        [GameMetric(MetricKind.UpDownCounter, "a")]
        public static partial void A(bool b, int value, [MetricLabel("zone", Values = ["x", "y"])] string c, [MetricLabel(Limit = 2)] string? d);
        """,
        "A(true, 5, \"x\", \"p\"); A(true, -2, \"x\", \"p\"); A(false, 1, \"?\", null); A(false, 2, \"y\", \"q\"); A(false, 3, \"y\", \"r\");",
        "a{b=\"false\",zone=\"other\",d=\"none\"} 1",
        "a{b=\"false\",zone=\"y\",d=\"other\"} 3",
        "a{b=\"false\",zone=\"y\",d=\"q\"} 2",
        "a{b=\"true\",zone=\"x\",d=\"p\"} 3");

    [Fact]
    public void Histogram_has_the_buckets_given() => Check(
        "[GameMetric(MetricKind.Histogram, \"a\", Buckets = [-1, 0.5, 2])] public static partial void A(short a);",
        "A(-1); A(0); A(2); A(3);",
        "a_bucket{le=\"-1\"} 1",
        "a_bucket{le=\"0.5\"} 2",
        "a_bucket{le=\"2\"} 3",
        "a_bucket{le=\"+Inf\"} 4",
        "a_sum 4",
        "a_count 4");

    [Fact]
    public void Overloads_with_equal_metrics_share_them_and_others_do_not()
    {
        Check(
            """
            [GameMetric(MetricKind.Counter, "a_total")] public static partial void A(int a);
            [GameMetric(MetricKind.Counter, "a_total")] public static partial void A(double a);
            [GameMetric(MetricKind.Gauge, "b")] public static partial void A(int a, bool b);
            """,
            "A(1); A(0.5); A(7, true);",
            "a_total 1.5",
            "b{b=\"false\"} 0",
            "b{b=\"true\"} 7");
    }

    [Fact]
    public void Series_of_a_label_value_are_removed_and_begin_anew() => Check(
        """
        [GameMetric(MetricKind.Counter, "a_total")] public static partial void A([MetricLabel(Limit = 3)] string map, long amount);
        [GameMetric(MetricKind.UpDownCounter, "b")] public static partial void B([MetricLabel(Limit = 3)] string map, bool c, int change);
        [GameMetric(MetricKind.Histogram, "c", Buckets = new[] { 1.0 })] public static partial void C([MetricLabel(Limit = 3)] string map, int value);
        """,
        "A(\"dust\", 5); A(\"lake\", 6); B(\"dust\", true, 1); C(\"dust\", 7); InstrumentRegistry.Default.RemoveSeries(\"map\", \"dust\"); A(\"dust\", 2);",
        "a_total{map=\"dust\"} 2",
        "a_total{map=\"lake\"} 6");

    [Fact]
    public void Instances_generic_types_structs_and_records_record_into_one_metric() => Assert.Equal(
        ["a_total{b=\"x\"} 3", "b 2", "c 5"],
        MetricRun.Samples("""
            public enum E { X }
            public partial class G<T> where T : class
            {
                internal partial record R(int N)
                {
                    [GameMetric(MetricKind.Counter, "a_total")] private protected virtual partial void A(E b);
                    public void Do() => A(E.X);
                }
            }
            public partial struct S { [GameMetric(MetricKind.Gauge, "b")] public readonly partial void B(int a); }
            public partial interface I { [GameMetric(MetricKind.Gauge, "c")] static partial void C(int a); public static void Do() => C(5); }
            public static class Test
            {
                public static void Run()
                {
                    new G<string>.R(1).Do(); new G<string>.R(2).Do(); new G<Test2>.R(2).Do();
                    new S().B(2);
                    I.Do();
                }
            }
            public class Test2;
            """));

    [Fact]
    public void Private_types_of_private_types_are_labels() => Assert.Equal(
        ["a_total{kind=\"one\",inner=\"b\"} 1", "a_total{kind=\"one\",inner=\"c\"} 0"],
        MetricRun.Samples("""
            public static partial class Test
            {
                private partial class Hidden<T>
                {
                    private enum Kind : byte { One = 200 }
                    public enum Inner : long { B = long.MinValue, C = long.MaxValue }
                    [GameMetric(MetricKind.Counter, "a_total")] private static partial void A(Kind kind, Inner inner);
                    public static void Do() => A(Kind.One, Inner.B);
                }
                public static void Run() => Hidden<int>.Do();
            }
            """));

    [Fact]
    public void Odd_names_are_escaped() => Assert.Equal(
        ["a_total{class=\"true\",event=\"x\"} 1"],
        MetricRun.Samples("""
            namespace @namespace.größe
            {
                public enum @enum { X }
                public static partial class @static
                {
                    [GameMetric(MetricKind.Counter, "a_total")] public static partial void @void(bool @class, @enum @event, long series = 1);
                }
            }
            public static class Test { public static void Run() => @namespace.größe.@static.@void(true, @namespace.größe.@enum.X); }
            """).Where(line => !line.EndsWith(" 0", StringComparison.Ordinal)));

    [Theory]
    [InlineData("this bool a")]
    [InlineData("in bool a")]
    [InlineData("bool a = false")]
    [InlineData("[MetricLabel] bool a")]
    [InlineData("[MetricLabel(\"a\")] bool other")]
    [InlineData("[Caller] bool a")]
    public void Parameters_of_every_shape(string parameter) => Assert.Equal(
        ["a_total{a=\"false\"} 0", "a_total{a=\"true\"} 2"],
        MetricRun.Samples($$"""
            [AttributeUsage(AttributeTargets.Parameter)] public class CallerAttribute : Attribute;
            public static partial class C { [GameMetric(MetricKind.Counter, "a_total")] public static partial void A({{parameter}}, int b = 2); }
            public static class Test { public static void Run() => C.A(true); }
            """));

    [Fact]
    public void Old_partial_methods_without_accessibility_are_written_too() => Check(
        "[GameMetric(MetricKind.Counter, \"a_total\")] static partial void A(int a);", "A(3);", "a_total 3");

    [Fact]
    public void Code_without_nullable_annotations() => Check(
        "#nullable disable\n[GameMetric(MetricKind.Counter, \"a_total\")] public static partial void A([MetricLabel(Values = new[] { \"x\" })] string a);\n#nullable enable",
        "A(null); A(\"x\");",
        "a_total{a=\"none\"} 1",
        "a_total{a=\"x\"} 1");

    [Fact]
    public void Project_without_nullable_and_with_old_language()
    {
        var compilation = TestCompilation.Create("""
            public partial class Test
            {
                [GameMetric(MetricKind.Counter, "a_total")] public static partial void A([MetricLabel(Limit = 3)] string a, int? b);
                [GameMetric(MetricKind.Gauge, "b")] private static int? B { get { return null; } }
                [GameMetric(MetricKind.Gauge, "c")] private int C;
                public Test() { C = 1; }
            }
            [GameEvent("e")] public partial class E { [MetricLabel(Values = new[] { "x" })] public string A { get; set; } [EventId] public string Id { get; set; } public E() { A = Id = null; } }
            """);
        GeneratorRun.Clean(compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)));
    }

    [Fact]
    public void Event_may_have_metrics_of_its_own_beside() => Assert.Equal(
        ["a_total{b=\"false\"} 0", "a_total{b=\"true\"} 1", "c 9", "damage 4", "e_total 1"],
        MetricRun.Samples("""
            [GameEvent("e")]
            public partial record struct E([GameMetric(MetricKind.Gauge, "damage")] int Damage)
            {
                [GameMetric(MetricKind.Counter, "a_total")] public static partial void A(bool b);
                [GameMetric(MetricKind.Gauge, "c")] private static int C => 9;
            }
            public static class Test { public static void Run() { new E(4).Record(); E.A(true); } }
            """));

    [Fact]
    public void Attribute_aimed_at_the_property_of_a_record_is_seen() => Assert.Equal(
        ["a 4"],
        MetricRun.Samples("""
            public sealed record Stats([property: GameMetric(MetricKind.Gauge, "a")] int Size);
            public static class Test
            {
                static readonly Stats s_stats = new(4);
                static IDisposable s_added;
                public static void Run() => s_added = InstanceMetrics.Add(s_stats);
            }
            """.Replace("static IDisposable s_added", "static IDisposable? s_added", StringComparison.Ordinal)));

    [Fact]
    public void Help_unit_and_type_are_exposed()
    {
        var lines = MetricRun.Exposed("""
            public static partial class Test
            {
                /// <summary>
                ///  What <see cref="System.String"/> &amp; <paramref name="a"/> <b>do</b>.
                ///  More of it.
                /// </summary>
                [GameMetric(MetricKind.Gauge, "a_bytes")] static partial void A(int a);
                [GameMetric(MetricKind.UpDownCounter, "b", Help = "Said so.")] static partial void B(int a);
                [GameMetric(MetricKind.UpDownCounter, "said_nothing", Help = " ")] static partial void D(int a);
                [GameMetric(MetricKind.Histogram, "in_words", Buckets = [1])] static partial void C(int a);
                public static void Run() { }
            }
            """);
        Assert.Contains("# HELP a_bytes What String & a do.", lines);
        Assert.Contains("# TYPE a_bytes gauge", lines);
        Assert.Contains("# HELP b Said so.", lines);
        Assert.Contains("# TYPE b gauge", lines);
        Assert.Contains("# HELP said_nothing Said nothing.", lines);
        Assert.Contains("# HELP in_words In words.", lines);
        Assert.Contains("# TYPE in_words histogram", lines);
    }

    [Fact]
    public void Recording_allocates_nothing()
    {
        var lines = MetricRun.Samples("""
            public enum Kind { A, B }
            public static partial class Test
            {
                [GameMetric(MetricKind.Counter, "a_total")] static partial void A(Kind kind, bool? b, [MetricLabel(Limit = 3)] string c);
                [GameMetric(MetricKind.Histogram, "b_seconds")] static partial void B(TimeSpan value, Kind? kind);
                [GameMetric(MetricKind.Gauge, "allocated")] static partial void Allocated(long bytes);
                static void All() { A(Kind.A, null, "x"); B(TimeSpan.FromSeconds(1), Kind.B); }
                public static void Run()
                {
                    var least = long.MaxValue;
                    for (var run = 0; run < 20; run++)
                    {
                        var before = GC.GetAllocatedBytesForCurrentThread();
                        for (var i = 0; i < 1000; i++) All();
                        least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                    }
                    Allocated(least);
                }
            }
            """);
        Assert.Contains("allocated 0", lines);
        Assert.Contains("a_total{kind=\"a\",b=\"none\",c=\"x\"} 20000", lines);
    }

    private static void Check(string members, string statements, params string[] expected) => Assert.Equal(
        expected.Order(StringComparer.Ordinal),
        MetricRun.Samples($"public static partial class Test {{\n{members}\npublic static void Run() {{ {statements} }} }}"));
}
