using Instrumentation.Metrics;

namespace Instrumentation.Tests.Metrics;

public sealed class InstrumentRegistryTests
{
    private readonly InstrumentRegistry _registry = new();

    [Fact]
    public void The_same_name_in_the_same_shape_is_the_same_instrument()
    {
        var first = _registry.Counter("kills_total", "Kills.", Label.ForValues("map", "dust"));

        Assert.Same(first, _registry.Counter("kills_total", "Kills.", Label.ForValues("map", "dust")));
    }

    [Fact]
    public void Another_shape_under_the_same_name_is_refused_by_name()
    {
        _registry.Counter("kills_total", "Kills.", Label.ForValues("map", "dust"));

        Assert.All(
            (Action[])
            [
                () => _registry.Counter("kills_total", "Kills of players.", Label.ForValues("map", "dust")),
                () => _registry.Counter("kills_total", "Kills.", Label.ForValues("map", "lake")),
                () => _registry.Counter("kills_total", "Kills.", Label.ForValues("place", "dust")),
                () => _registry.Counter("kills_total", "Kills."),
            ],
            register => Assert.Contains("kills_total", Assert.Throws<ArgumentException>(register).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_another_metrics_samples_bear_is_refused()
    {
        _registry.Histogram("turn_seconds", "Turns.", [1], "seconds");
        _registry.Counter("kills_total", "Kills.");

        Assert.Throws<ArgumentException>(() => _registry.Gauge("turn_seconds_count", "Count."));
        Assert.Throws<ArgumentException>(() => _registry.Gauge("kills", "Kills."));
    }

    [Theory]
    [InlineData("kills")]
    [InlineData("kills-total")]
    [InlineData("1_total")]
    [InlineData("a:b_total")]
    [InlineData("")]
    public void A_counter_of_an_invalid_name_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => _registry.Counter(name, "Kills."));

    [Theory]
    [InlineData("game-mode")]
    [InlineData("__reserved")]
    [InlineData("")]
    public void A_label_of_an_invalid_name_is_refused(string name) => Assert.Throws<ArgumentException>(() => Label.ForBool(name));

    [Fact]
    public void Labels_of_one_name_and_a_histograms_le_are_refused()
    {
        Assert.Throws<ArgumentException>(() => _registry.Counter("a_total", "A.", Label.ForBool("x"), Label.ForBool("x")));
        Assert.Throws<ArgumentException>(() => _registry.Histogram("b", "B.", [1], Label.ForBool("le")));
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 2.0, 1.0 })]
    [InlineData(new[] { 1.0, 1.0 })]
    [InlineData(new[] { double.NaN })]
    public void Bounds_that_do_not_ascend_are_refused(double[] bounds) =>
        Assert.Throws<ArgumentException>(() => _registry.Histogram("turn_seconds", "Turns.", bounds));

    [Fact]
    public void A_unit_must_end_the_name() =>
        Assert.Throws<ArgumentException>(() => _registry.Gauge("memory", "Memory.", "bytes"));

    [Fact]
    public void A_collector_that_throws_is_counted_and_keeps_nothing_else_from_being_collected()
    {
        var gauge = _registry.Gauge("collected", "Collected.");
        using var failing = _registry.AddCollector("failing", () => throw new InvalidOperationException("broken"));
        using var working = _registry.AddCollector("working", () => gauge.Set(7));

        using (var snapshot = _registry.Snapshot())
        {
            Assert.Equal(7, snapshot.Value("collected"));
        }

        using (var snapshot = _registry.Snapshot())
        {
            Assert.True(snapshot.Value("instrumentation_collector_failures_total", ("collector", "failing")) >= 1);
        }

        Assert.Single(_registry.Notices.Messages, static message => message.Contains("'failing'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_collector_that_was_removed_is_not_called_again()
    {
        var calls = 0;
        var collector = _registry.AddCollector("counting", () => calls++);
        _registry.Snapshot().Dispose();
        collector.Dispose();
        _registry.Snapshot().Dispose();

        Assert.Equal(1, calls);
    }

    [Fact]
    public void Notices_said_before_anybody_listens_are_not_lost()
    {
        _registry.Notices.Add("early");
        var heard = new List<string>();
        _registry.Notices.Listen(heard.Add);
        _registry.Notices.Add("late");

        Assert.Equal(["early", "late"], heard);
    }

    [Fact]
    public void A_snapshot_that_was_disposed_says_so()
    {
        var snapshot = _registry.Snapshot();
        snapshot.Dispose();
        snapshot.Dispose();

        Assert.Throws<ObjectDisposedException>(() => snapshot.Family("kills_total"));
    }

    [Fact]
    public void Families_come_in_the_order_of_their_names()
    {
        _registry.Counter("zebra_total", "Z.");
        _registry.Gauge("ant", "A.");
        using var snapshot = _registry.Snapshot();

        var names = snapshot.Families.Select(static family => family.Name).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Contains("ant", names);
    }
}
