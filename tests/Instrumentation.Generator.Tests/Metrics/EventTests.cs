using Instrumentation.Exposition;
using Instrumentation.Generator.Parsing.Metrics;
using Instrumentation.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Tests.Metrics;

/// <summary>Compiles events, records them, and reads what is exposed and what the event stream tells.</summary>
public sealed class EventTests
{
    private const string Enums = "public enum Weapon { Rifle, Bow }\n";
    private const string Damage = "GameMetric(MetricKind.Counter, \"damage_total\")";

    [Theory]
    [InlineData("public partial record struct E([MetricLabel] Weapon Weapon, [@] int Damage);", "new E(Weapon.Bow, 5)")]
    [InlineData("public readonly partial record struct E([property: MetricLabel] Weapon Weapon, [field: @] int Damage);", "new E(Weapon.Bow, 5)")]
    [InlineData("public sealed partial record E([MetricLabel] Weapon Weapon, [@] int Damage);", "new E(Weapon.Bow, 5)")]
    [InlineData("internal partial record E([MetricLabel] Weapon Weapon, [@] int Damage) : B(1); public abstract record B(int N);", "new E(Weapon.Bow, 5)")]
    [InlineData("public partial class E(Weapon weapon, int damage) { [MetricLabel] public Weapon Weapon { get; } = weapon; [@] public int Damage => damage; }", "new E(Weapon.Bow, 5)")]
    [InlineData("public readonly partial struct E([MetricLabel] Weapon weapon, [@] int damage, [EventId] string series = \"\");", "new E(Weapon.Bow, 5)")]
    [InlineData("public partial struct E { [MetricLabel] public Weapon Weapon; [@] private int _damage; public E(int damage) { Weapon = Weapon.Bow; _damage = damage; } }", "new E(5)")]
    [InlineData("public partial struct E { [MetricLabel] public Weapon Weapon { get; set; } [@] private int Damage() => 5; }", "new E { Weapon = Weapon.Bow }")]
    [InlineData("public partial struct E { [MetricLabel] public Weapon weapon; [@] public int series; /// <summary>Mine.</summary>\npublic partial void Record(); }", "new E { weapon = Weapon.Bow, series = 5 }")]
    [InlineData("public partial class E { [MetricLabel] public Weapon? Weapon = global::Weapon.Bow; [@] public int? Damage = 5; [GameMetric(MetricKind.Counter, \"none_total\")] public long? None; }", "new E()")]
    public void Event_of_every_shape_is_recorded(string type, string value)
    {
        var samples = MetricRun.Samples($$"""
            {{Enums}}[GameEvent("hits")] {{type.Replace("@", Damage, StringComparison.Ordinal)}}
            public static class Test { public static void Run() { var e = {{value}}; e.Record(); e.Record(); } }
            """);
        Assert.Contains("hits_total{weapon=\"bow\"} 2", samples);
        Assert.Contains("hits_total{weapon=\"rifle\"} 0", samples);
        Assert.Contains("damage_total{weapon=\"bow\"} 10", samples);
    }

    [Fact]
    public void Every_kind_of_metric_and_subsets_of_labels() => Assert.Equal(
        [
            "dealt_total 7",
            "hits_total{weapon=\"bow\",map=\"a\"} 1",
            "hits_total{weapon=\"rifle\",map=\"b\"} 1",
            "last_range{map=\"a\"} 2.5",
            "last_range{map=\"b\"} 3.5",
            "ping_seconds_bucket{weapon=\"bow\",le=\"+Inf\"} 1",
            "ping_seconds_bucket{weapon=\"bow\",le=\"1\"} 1",
            "ping_seconds_bucket{weapon=\"rifle\",le=\"+Inf\"} 1",
            "ping_seconds_bucket{weapon=\"rifle\",le=\"1\"} 0",
            "ping_seconds_count{weapon=\"bow\"} 1",
            "ping_seconds_count{weapon=\"rifle\"} 1",
            "ping_seconds_sum{weapon=\"bow\"} 0.5",
            "ping_seconds_sum{weapon=\"rifle\"} 2",
            "seen{weapon=\"bow\",map=\"a\"} 1",
            "seen{weapon=\"rifle\",map=\"b\"} 0",
            "stock{weapon=\"bow\"} -1",
            "stock{weapon=\"rifle\"} 3",
        ],
        MetricRun.Samples(Enums + """
            [GameEvent("hits")]
            public partial record struct Hit(
                [MetricLabel] Weapon Weapon,
                [MetricLabel(Limit = 5)] string Map,
                [GameMetric(MetricKind.Counter, "dealt_total", Labels = [])] uint Dealt,
                [GameMetric(MetricKind.Gauge, "last_range", Labels = ["map"])] float Range,
                [GameMetric(MetricKind.Histogram, "ping_seconds", Labels = ["weapon"], Buckets = [1])] TimeSpan Ping,
                [GameMetric(MetricKind.UpDownCounter, "stock", Labels = ["weapon"])] int Stock,
                [GameMetric(MetricKind.Gauge, "seen")] bool Seen);
            public static class Test
            {
                public static void Run()
                {
                    new Hit(Weapon.Bow, "a", 3, 2.5f, TimeSpan.FromSeconds(0.5), -1, true).Record();
                    new Hit(Weapon.Rifle, "b", 4, 3.5f, TimeSpan.FromSeconds(2), 3, false).Record();
                }
            }
            """).Where(line => !line.Contains("other", StringComparison.Ordinal)));

    [Theory]
    [InlineData("public readonly partial record struct E([EventId] int Id) { private void OnRecorded() => Test.Count(Id); }", "")]
    [InlineData("public partial record struct E([EventId] int Id) { private readonly void OnRecorded() => Test.Count(Id); }", "readonly ")]
    [InlineData("public partial record struct E([EventId] int Id) { private void OnRecorded() => Test.Count(Id++); }", "")]
    [InlineData("public partial record struct E([EventId] int Id) { private static void OnRecorded() => Test.Count(7); }", "readonly ")]
    [InlineData("public partial record E([EventId] int Id) { protected virtual void OnRecorded() => Test.Count(Id); }", "")]
    [InlineData("public partial class E(int id) { [EventId] public int Id => id; partial void OnRecorded(); partial void OnRecorded() => Test.Count(Id); }", "")]
    [InlineData("public partial record E([EventId] int Id) { public partial void Record(); internal void OnRecorded() => Test.Count(Id); private static void OnRecorded(int a) { } }", "")]
    public void What_attributes_cannot_say_is_done_when_it_is_recorded(string type, string modifier)
    {
        var source = $$"""
            [GameEvent("e")] {{type}}
            public static partial class Test
            {
                [GameMetric(MetricKind.Counter, "seen_total")] public static partial void Count(int amount);
                public static void Run() => new E(7).Record();
            }
            """;
        Assert.Equal(["e_total 1", "seen_total 7"], MetricRun.Samples(source));
        Assert.Contains($"public {modifier}", GeneratorRun.Clean(source).File("E-Metrics.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Recording_allocates_nothing_while_nobody_listens() => Assert.Contains("allocated 0", MetricRun.Samples(Enums + """
        [GameEvent("hits")]
        public partial record struct Hit(
            [MetricLabel] Weapon Weapon, [MetricLabel(Limit = 5)] string Map, [GameMetric(MetricKind.Histogram, "damage")] int? Damage, [EventId] Guid Player, [EventId] object Match);
        public static partial class Test
        {
            [GameMetric(MetricKind.Gauge, "allocated")] static partial void Allocated(long bytes);
            static void All(object match) => new Hit(Weapon.Bow, "a", 1, default, match).Record();
            public static void Run()
            {
                var match = new object();
                var least = long.MaxValue;
                for (var run = 0; run < 20; run++)
                {
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    for (var i = 0; i < 1000; i++) All(match);
                    least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                }
                Allocated(least);
            }
        }
        """));

    [Fact]
    public async Task Event_stream_tells_labels_identifiers_and_values()
    {
        var told = new TaskCompletionSource<string>();
        using var subscription = Events.GameEvents.Subscribe(new Listener(told), Events.GameEventFilter.ByName("stream_tells"));
        MetricRun.Samples(Enums + """
            [GameEvent("stream_tells")]
            public readonly partial struct Hit([MetricLabel] Weapon weapon, [MetricLabel(Limit = 5)] string map, [EventId] long player)
            {
                [MetricLabel] public bool? Critical => null;
                [EventId("match")] public Guid Id => new("00000000-0000-0000-0000-000000000001");
                [EventId] public string? Session => null;
                [GameMetric(MetricKind.Histogram, "damage")] public int Damage => 7;
                [GameMetric(MetricKind.Gauge, "ping_milliseconds")] public TimeSpan Ping => TimeSpan.FromSeconds(0.25);
                [GameMetric(MetricKind.Gauge, "range")] public double? Range => null;
            }
            public static class Test { public static void Run() => new Hit((Weapon)9, "arena", 42).Record(); }
            """);
        var json = await told.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Matches(
            """^\{"event":"stream_tells","time":"[^"]*Z","labels":\{"weapon":"other","map":"arena","critical":"none"\},"ids":\{"player":"42","match":"00000000-0000-0000-0000-000000000001"\},"values":\{"damage":7,"ping_milliseconds":250\}\}$""",
            json);
    }

    [Theory]
    [InlineData("byte", "7", "7")]
    [InlineData("sbyte", "-7", "-7")]
    [InlineData("short", "-7", "-7")]
    [InlineData("ushort", "7", "7")]
    [InlineData("int", "-7", "-7")]
    [InlineData("uint", "7", "7")]
    [InlineData("long", "-7", "-7")]
    [InlineData("ulong", "ulong.MaxValue", "18446744073709551615")]
    [InlineData("nint", "-7", "-7")]
    [InlineData("nuint", "7", "7")]
    [InlineData("byte?", "7", "7")]
    [InlineData("ushort?", "7", "7")]
    [InlineData("nuint?", "7", "7")]
    [InlineData("char", "'x'", "x")]
    [InlineData("string", "\"x\"", "x")]
    [InlineData("Guid?", "Guid.Empty", "00000000-0000-0000-0000-000000000000")]
    public void Identifier_of_every_plain_type_is_in_exemplars(string type, string value, string text) => Assert.Contains(
        MetricRun.Exposed(
            $$"""
            public static class Test { public static void Run() => new E({{value}}).Record(); }
            [GameEvent("e")] public partial record E([EventId] {{type}} Id);
            """,
            format: ExpositionFormat.OpenMetrics),
        line => line.StartsWith($"e_total 1 # {{id=\"{text}\"}} 1 ", StringComparison.Ordinal));

    [Theory]
    [InlineData("Int128")]
    [InlineData("decimal")]
    [InlineData("double?")]
    [InlineData("DayOfWeek")]
    [InlineData("(int X, string? Y)")]
    [InlineData("int[]")]
    [InlineData("object?")]
    [InlineData("DateTimeOffset?")]
    [InlineData("Memory<char>")]
    [InlineData("List<string>?")]
    public void Identifier_of_any_type_goes_to_the_event_stream(string type) => GeneratorRun.Clean($"[GameEvent(\"e\")] public partial record E([EventId] {type} Id);");

    [Fact]
    public void Identifiers_lead_from_counters_and_histograms_to_the_event()
    {
        var lines = MetricRun.Exposed(
            """
            [GameEvent("hits")]
            public partial record struct Hit(
                [GameMetric(MetricKind.Histogram, "damage", Buckets = [10])] ulong Damage,
                [GameMetric(MetricKind.Counter, "dealt_total")] ulong? Dealt,
                [GameMetric(MetricKind.Gauge, "last")] int Last,
                [EventId] object Unwieldy, [EventId] string Player, [EventId] Guid? Match, [EventId] short? None, [EventId] long Fourth);
            public static class Test { public static void Run() => new Hit(3, 4, 5, new object(), "ann", new Guid("00000000-0000-0000-0000-000000000001"), null, 6).Record(); }
            """,
            format: Instrumentation.Exposition.ExpositionFormat.OpenMetrics);
        const string Exemplar = "# {player=\"ann\",match=\"00000000-0000-0000-0000-000000000001\"}";
        Assert.Contains(lines, line => line.StartsWith($"hits_total 1 {Exemplar} 1 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($"dealt_total 4 {Exemplar} 4 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($"damage_bucket{{le=\"10.0\"}} 1 {Exemplar} 3 ", StringComparison.Ordinal));
        Assert.Contains("last 5", lines);
    }

    [Theory]
    [InlineData("INST001", "class Outer { [GameEvent] partial record E(int A); }")]
    [InlineData("INST005", "[GameEvent(\"a-b\")] partial record E(int A);")]
    [InlineData("INST005", "[GameEvent(\"a_total\")] partial record E(int A);")]
    [InlineData("INST006", "[GameEvent] partial record E([MetricLabel] bool A, [EventId(\"a\")] int B);")]
    [InlineData("INST006", "[GameEvent] partial record E([EventId(\"le\")] int B);")]
    [InlineData("INST007", "[GameEvent] partial record E([MetricLabel] Guid A);")]
    [InlineData("INST007", "[GameEvent] partial record E([MetricLabel] string A);")]
    [InlineData("INST014", "[GameEvent(\"a\")] partial record E([MetricLabel(Limit = 1000)] string A, [MetricLabel(Limit = 1000)] string B);")]
    [InlineData("INST017", "[GameEvent] partial record E([GameMetric(MetricKind.Gauge, \"a\")] string A);")]
    [InlineData("INST017", "[GameEvent] partial record E([GameMetric(MetricKind.Histogram, \"a\")] bool A);")]
    [InlineData("INST017", "[GameEvent(\"a\", ExpireAfter = \"never\")] partial record E([MetricLabel(Limit = 5)] string A);")]
    [InlineData("INST018", "[GameEvent] partial record E<T>(T A);")]
    [InlineData("INST018", "[GameEvent] partial record E { public int Record() => 1; }")]
    [InlineData("INST018", "[GameEvent] partial record E([EventId, MetricLabel] bool A) { public partial void Record(); }")]
    [InlineData("INST018", "[GameEvent] static partial class E;")]
    [InlineData("INST018", "[GameEvent] partial record E([GameMetric(MetricKind.Gauge, \"a\", Labels = new[] { \"x\" })] int A);")]
    public void What_is_refused_still_compiles(string id, string source)
    {
        var compilation = TestCompilation.Create(source);
        var types = compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Select(node => compilation.GetSemanticModel(tree).GetDeclaredSymbol(node)!));
        Assert.Contains(types.SelectMany(type => MetricDeclarations.Of(type, compilation, TestContext.Current.CancellationToken).Findings), finding => finding.Id == id);
        GeneratorRun.Clean(compilation);
    }

    [Fact]
    public void Refused_event_can_still_be_recorded() => GeneratorRun.Clean("""
        [GameEvent("a-b")] public partial record E(int A);
        public static class Program { public static void Do() => new E(1).Record(); }
        """);

    private sealed class Listener(TaskCompletionSource<string> told) : Events.IGameEventListener
    {
        public ValueTask OnEventAsync(Events.RecordedEvent recorded, CancellationToken cancellationToken)
        {
            told.TrySetResult(recorded.ToJson());
            return ValueTask.CompletedTask;
        }
    }
}
