using Instrumentation.Generator.Tests.Harness;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Compiles members that are read at each scrape, and reads what is exposed.</summary>
public sealed class ReaderTests
{
    [Theory]
    [InlineData("public static int A => 3;", "3")]
    [InlineData("public static int A() => 3;", "3")]
    [InlineData("public static int A = 3;", "3")]
    [InlineData("public const byte A = 3;", "3")]
    [InlineData("internal static volatile int A = 3;", "3")]
    [InlineData("private static ulong A => 3;", "3")]
    [InlineData("private static decimal A() => 0.5m;", "0.5")]
    [InlineData("protected internal static Int128 A { get; set; } = 3;", "3")]
    [InlineData("public static Half A { private get; set; } = (Half)0.5;", "0.5")]
    [InlineData("private protected static bool A => true;", "1")]
    [InlineData("static TimeSpan A => TimeSpan.FromMilliseconds(1500);", "1.5")]
    [InlineData("static double? A => 2;", "2")]
    [InlineData("static TimeSpan? A => TimeSpan.FromSeconds(2);", "2")]
    [InlineData("static bool? A => false;", "0")]
    [InlineData("static double A => double.PositiveInfinity;", "+Inf")]
    [InlineData("private static ref readonly int A => ref s_a; private static int s_a = 3;", "3")]
    [InlineData("[Obsolete] public static int A => 3;", "3")]
    public void Static_member_is_read(string member, string expected) => Assert.Equal(
        [$"a {expected}"],
        MetricRun.Samples($"public partial class Test {{ [GameMetric(MetricKind.Gauge, \"a\")] {member}\npublic static void Run() {{ }} }}"));

    [Theory]
    [InlineData("static int? A => null;")]
    [InlineData("static TimeSpan? A => null;")]
    [InlineData("static double A => double.NaN;")]
    [InlineData("static double A => throw new InvalidOperationException();")]
    public void Member_without_a_value_is_left_out(string member) => Assert.Empty(
        MetricRun.Samples($"public partial class Test {{ [GameMetric(MetricKind.Gauge, \"a\")] {member}\npublic static void Run() {{ }} }}"));

    [Fact]
    public void Member_is_read_at_each_scrape_and_counters_too() => Assert.Equal(
        ["a_total 5"],
        MetricRun.Samples("public class Test { [GameMetric(MetricKind.Counter, \"a_total\")] public static long Sum; public static void Run() => Sum = 5; }"));

    [Fact]
    public void Members_of_types_that_only_others_see_are_read() => Assert.Equal(
        ["a 1", "b 2", "c 3", "d 4"],
        MetricRun.Samples("""
            namespace Deep
            {
                public partial class Outer
                {
                    private partial class Middle
                    {
                        protected internal partial class Plain { [GameMetric(MetricKind.Gauge, "a")] public static int A => 1; }
                        private partial interface Inner { [GameMetric(MetricKind.Gauge, "b")] private static int B => 2; }
                    }
                }
                public class Open { internal record Nested { [GameMetric(MetricKind.Gauge, "c")] public static int C => 3; } }
            }
            partial class Global { [GameMetric(MetricKind.Gauge, "d")] private static int D => 4; }
            public static class Test { public static void Run() { } }
            """));

    /// <summary>Code of the application must not run before its time, nor end the program while its assembly is loaded.</summary>
    [Fact]
    public void Static_constructor_of_the_type_is_left_to_the_first_scrape() => Assert.Equal(
        ["a 1", "b 1"],
        MetricRun.Samples("""
            public partial class Config
            {
                static Config() { if (!Test.Started) throw new InvalidOperationException("too early"); }
                [GameMetric(MetricKind.Gauge, "a")] private static int A => 1;
            }
            public class Settings
            {
                static Settings() { if (!Test.Started) throw new InvalidOperationException("too early"); }
                [GameMetric(MetricKind.Gauge, "b")] public static int B => 1;
            }
            public static class Test { public static bool Started; public static void Run() => Started = true; }
            """));

    [Fact]
    public void Members_of_objects_are_summed_and_null_is_no_value() => Assert.Equal(
        ["joins_total 7", "open 1", "players 5", "uptime_milliseconds 1500"],
        MetricRun.Samples("""
            public abstract partial class Room
            {
                [GameMetric(MetricKind.Gauge, "players")] protected virtual int? Players => 2;
                [GameMetric(MetricKind.Counter, "joins_total")] internal ulong Joins;
                [GameMetric(MetricKind.Gauge, "open")] public bool Open { get; init; }
                [GameMetric(MetricKind.Gauge, "uptime_milliseconds")] private TimeSpan? Uptime() => Open ? TimeSpan.FromSeconds(1.5) : null;
                [GameMetric(MetricKind.Gauge, "never")] public double? Never => null;
            }
            public sealed class Hall : Room;
            public sealed class Cellar : Room { protected override int? Players => 3; }
            public sealed class Attic : Room { protected override int? Players => null; }
            public static class Test
            {
                static readonly List<object> s_kept = [];
                public static void Run()
                {
                    foreach (var room in new Room[] { new Hall { Joins = 3, Open = true }, new Cellar { Joins = 4 }, new Attic() })
                    {
                        s_kept.Add(room);
                        s_kept.Add(InstanceMetrics.Add(room));
                    }
                }
            }
            """));

    [Fact]
    public void Objects_of_hidden_types_are_read_where_they_can_be_seen() => Snapshot.Verify(GeneratorRun.Clean("""
        namespace Game;
        public partial class Outer
        {
            private partial class Inner
            {
                [GameMetric(MetricKind.Gauge, "inner_players")] private int Players { get; set; }
                [GameMetric(MetricKind.Counter, "inner_joins_total", Help = "Joins.")] private static long? s_joins;
                public static long? Joins { get => s_joins; set => s_joins = value; }
            }
        }
        """).File("Game.Outer.Inner-Metrics.g.cs"));

    [Fact]
    public void Members_that_others_see_are_read_from_outside() => Snapshot.Verify(GeneratorRun.Clean("""
        namespace Game;
        public class Lobby
        {
            [GameMetric(MetricKind.Gauge, "lobby_players")] public int Players { get; set; }
            [GameMetric(MetricKind.Gauge, "lobby_wait_seconds")] internal static TimeSpan Wait() => TimeSpan.Zero;
        }
        """).File("Game.Lobby-Metrics.g.cs"));
}
