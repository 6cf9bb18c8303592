using Instrumentation.Metrics;

namespace Instrumentation.Tests.Metrics;

public sealed class InstrumentDefinitionTests
{
    private readonly InstrumentRegistry _registry = new();

    [Fact]
    public void FamiliesOfEveryKindAreMadeFromDefinitionsAndRecordedByNumber()
    {
        var weapon = Label.Declared("weapon", ["rifle", "knife"], hasNone: true, hasOther: true);
        var region = Label.ForStrings("region", 2);
        var kills = CounterFamily.Create(Define("kills_total", weapon, region), _registry);
        var open = UpDownCounterFamily.Create(Define("open", weapon), _registry);
        var level = GaugeFamily.Create(Define("level", weapon), _registry);
        var damage = HistogramFamily.Create(Define("damage", weapon) with { Buckets = [10, 100] }, _registry);

        Assert.Equal(4, weapon.Count);
        kills.IncrementAt((0 * region.Count) + region.IndexOf("eu"));
        kills.AddAt((2 * region.Count) + region.IndexOf(null), 2);
        kills.AddAt((3 * region.Count) + region.IndexOf("us"), 1.5);
        open.IncrementAt(1);
        open.IncrementAt(1);
        open.DecrementAt(1);
        level.SetAt(0, 7);
        level.AddAt(0, 1);
        damage.ObserveAt(1, 50);

        using var snapshot = _registry.Snapshot();
        Assert.Equal(1, snapshot.Value("game_kills_total", ("weapon", "rifle"), ("region", "eu")));
        Assert.Equal(2, snapshot.Value("game_kills_total", ("weapon", "none"), ("region", "none")));
        Assert.Equal(1.5, snapshot.Value("game_kills_total", ("weapon", "other"), ("region", "us")));
        Assert.Equal(1, snapshot.Value("game_open", ("weapon", "knife")));
        Assert.Equal(8, snapshot.Value("game_level", ("weapon", "rifle")));
        Assert.Equal([0, 1, 1], snapshot.Find("game_damage", ("weapon", "knife"))!.Value.CumulativeCounts.ToArray());
        Assert.Equal(
            [MetricKind.Histogram, MetricKind.Counter, MetricKind.Gauge, MetricKind.UpDownCounter],
            snapshot.Families.Where(static family => family.Name.StartsWith("game_", StringComparison.Ordinal)).Select(static family => family.Kind));
    }

    [Fact]
    public void AnEqualDefinitionGivesTheSameFamilyAndNumbersValuesAlike()
    {
        var (first, second) = (Label.ForStrings("map", 3), Label.ForStrings("map", 3));
        var one = CounterFamily.Create(Define("plays_total", first), _registry);
        one.IncrementAt(first.IndexOf("dust"));
        var other = CounterFamily.Create(Define("plays_total", second), _registry);
        other.IncrementAt(second.IndexOf("lake"));
        other.IncrementAt(second.IndexOf("dust"));

        Assert.Same(one, other);
        using var snapshot = _registry.Snapshot();
        Assert.Equal(2, snapshot.Value("game_plays_total", ("map", "dust")));
        Assert.Equal(1, snapshot.Value("game_plays_total", ("map", "lake")));
    }

    [Fact]
    public void ALabelThatNumberedValuesOfAnotherMetricCannotJoin()
    {
        var (first, second) = (Label.ForStrings("map", 3), Label.ForStrings("map", 3));
        var one = CounterFamily.Create(Define("plays_total", first), _registry);
        var wins = CounterFamily.Create(Define("wins_total", second), _registry);
        wins.IncrementAt(second.IndexOf("lake"));
        one.IncrementAt(first.IndexOf("dust"));

        CounterFamily.Create(Define("plays_total", second), _registry).IncrementAt(second.IndexOf("lake"));

        using var snapshot = _registry.Snapshot();
        Assert.Equal(1, snapshot.Value("game_plays_total", ("map", "dust")));
        Assert.Equal(1, snapshot.Value("game_wins_total", ("map", "lake")));
        Assert.Equal(1, snapshot.Value("instrumentation_registration_conflicts_total"));
    }

    public static TheoryData<InstrumentDefinition> Clashes =>
    [
        Define("kills_total", Label.Declared("weapon", ["knife"], false, true)),
        Define("kills_total") with { Help = "Another." },
        Define("kills_total") with { ExpireAfter = TimeSpan.FromMinutes(1) },
        Define("endless_total") with { ExpireAfter = TimeSpan.Zero },
        Define("kills"),
        Define("level_total"),
        Define("no name_total"),
        Define(""),
        Define("damage_total") with { Unit = "seconds" },
        Define("labels_total", Label.Declared("no-name", ["a"], false, false)),
        Define("labels_total", Label.Declared("__reserved", ["a"], false, false)),
        Define("labels_total", Label.Declared("", ["a"], false, false)),
        Define("labels_total", Label.Declared("twice", ["a", "a"], false, false)),
        Define("labels_total", Label.Declared("twice", ["other"], false, true)),
        Define("labels_total", Label.Declared("empty", [], false, false)),
        Define("labels_total", Label.Declared("a", ["a"], false, false), Label.Declared("a", ["a"], false, false)),
        Define("many_total", Label.ForStrings("a", 10_000), Label.ForStrings("b", 10_000)),
        Define("null_total", [null!]),
        Define("null_total") with { Labels = null!, Help = null! },
    ];

    [Theory]
    [MemberData(nameof(Clashes), DisableDiscoveryEnumeration = true)]
    public void AClashNeverThrowsAndIsReportedAndMeasuresUnseen(InstrumentDefinition definition)
    {
        CounterFamily.Create(Define("kills_total", Label.Declared("weapon", ["rifle"], false, true)), _registry);
        _registry.Gauge("game_level", "Level.");

        var family = CounterFamily.Create(definition, _registry);
        family.IncrementAt(0);
        family.AddAt(family.SeriesCount + 50_000_000, 1);

        Assert.Equal(2, family.ValueAt(0));
        using var snapshot = _registry.Snapshot();
        Assert.Equal(1, snapshot.Value("instrumentation_registration_conflicts_total"));
        Assert.Equal(0, snapshot.Value("game_kills_total", ("weapon", "rifle")));
        Assert.Equal(1, snapshot.Families.Count(static series => series.Kind == MetricKind.Counter && series.Name.StartsWith("game_", StringComparison.Ordinal)));
        Assert.Contains("not shown", Assert.Single(_registry.Notices.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void AHistogramWithWrongBucketsMeasuresUnseen()
    {
        var damage = HistogramFamily.Create(Define("damage") with { Buckets = [2, 1] }, _registry);
        damage.ObserveAt(0, 1);
        using var snapshot = _registry.Snapshot();
        Assert.Null(snapshot.Family("game_damage"));
        Assert.Contains("must ascend", Assert.Single(_registry.Notices.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void CallbacksAreReadAtAScrapeAndASecondOneIsRefused()
    {
        var read = static () => 5.0;
        var first = CallbackInstrument.Create(Define("players"), MetricKind.UpDownCounter, read, _registry);
        Assert.Same(first, CallbackInstrument.Create(Define("players"), MetricKind.UpDownCounter, read, _registry));
        Assert.Empty(_registry.Notices.Messages);
        CallbackInstrument.Create(Define("players"), MetricKind.UpDownCounter, static () => 6, _registry);
        CallbackInstrument.Create(Define("spread"), MetricKind.Histogram, static () => 6, _registry);
        CallbackInstrument.Create(Define("joins_total"), MetricKind.Counter, static () => 9, _registry);

        using var snapshot = _registry.Snapshot();
        Assert.Equal(5, snapshot.Value("game_players"));
        Assert.Equal(9, snapshot.Value("game_joins_total"));
        Assert.Equal(2, snapshot.Value("instrumentation_registration_conflicts_total"));
        Assert.Equal(MetricKind.UpDownCounter, snapshot.Family("game_players")!.Value.Kind);
    }

    [Fact]
    public void AValueThatReadsAsAStandInIsThatStandIn()
    {
        var map = Label.ForStrings("map", 1);
        Assert.Equal([1, 2, 0, 2], [map.IndexOf("none"), map.IndexOf("other"), map.IndexOf("dust"), map.IndexOf("lake")]);
    }

    [Fact]
    public void TheProgramsPrefixIsUsedUnlessItComesTooLate()
    {
        MetricPrefixes.Set("Test.Prefixed", "mmofps");
        Assert.Equal("mmofps", MetricPrefixes.Of("Test.Prefixed", "game"));
        Assert.Equal("game", MetricPrefixes.Of("Test.Unprefixed", "game"));
        MetricPrefixes.Set("Test.Unprefixed", "late");
        Assert.Equal("game", MetricPrefixes.Of("Test.Unprefixed", "game"));
        Assert.Contains(InstrumentRegistry.Default.Notices.Messages, static message => message.Contains("Test.Unprefixed", StringComparison.Ordinal));
    }

    private static InstrumentDefinition Define(string name, params Label[] labels) =>
        new() { Name = name, Help = "Help.", Prefix = "game", Labels = labels };
}
