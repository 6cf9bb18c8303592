using System.Buffers;
using System.Text;
using Instrumentation.Exposition;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Cells;
using Instrumentation.Tests.Monitoring;

namespace Instrumentation.Tests.Metrics;

[Collection(Operations.AloneCollection.Name)]
public sealed class SeriesRemovalTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private readonly ManualTime _time = new();
    private readonly InstrumentRegistry _registry;

    public SeriesRemovalTests()
    {
        // Threads of the pool that looked values up in tests before this one, and recorded nothing with them, would hold places up for a minute.
        CellMemory.ForEachThread(LookupGuard.Reset);
        _registry = new InstrumentRegistry(_time);
    }

    [Fact]
    public void A_lookup_in_a_label_that_keeps_its_places_holds_up_no_others()
    {
        var joins = _registry.Counter("joins_total", "Joins.", Label.ForStrings("map", 1), expireAfter: s_minute);
        var kept = Label.ForStrings("kept", 5);
        kept.KeepPlaces();
        joins.Increment("dust");
        Assert.Equal(["{map=\"dust\"} 1"], Series("joins_total"));

        kept.IndexOf("used by an operation");
        Advance(seconds: 60);
        Assert.Empty(Series("joins_total"));
        joins.Increment("lake");
        Assert.Equal(["{map=\"lake\"} 1"], Series("joins_total"));
    }

    [Fact]
    public void Series_go_by_the_value_of_a_label_whatever_instruments_they_are_of()
    {
        var maps = Label.ForStrings("map", 5);
        var joins = _registry.Counter("joins_total", "Joins.", maps, Label.ForBool("ranked"));
        var players = _registry.UpDownCounter("players", "Players.", Label.ForValues("zone", "a", "b"), maps);
        var load = _registry.Gauge("load_ratio", "Load.", maps);
        var waits = _registry.Histogram("wait_seconds", "Waits.", [1], maps);
        var others = _registry.Counter("others_total", "Others.", Label.ForStrings("mode", 5));
        Record("dust");
        Record("lake");
        others.Increment("dust");
        Assert.Equal(["{zone=\"b\",map=\"dust\"} 1", "{zone=\"b\",map=\"lake\"} 1"], Series("players"));
        players.Add(-1, "b", "dust");
        Assert.Equal(["{zone=\"b\",map=\"dust\"} 0", "{zone=\"b\",map=\"lake\"} 1"], Series("players"));

        // Shown or not, at 0 or not.
        load.Set(3, "new");
        Assert.Equal(5, _registry.RemoveSeries("map", "dust"));
        Assert.Equal(1, _registry.RemoveSeries("map", "new"));
        Assert.Equal(0, _registry.RemoveSeries("map", "dust"));
        Assert.Equal(0, _registry.RemoveSeries("map", "never"));
        Assert.Equal(0, _registry.RemoveSeries("zone", "a"));

        Assert.Equal(["{map=\"lake\",ranked=\"false\"} 2", "{map=\"lake\",ranked=\"true\"} 1"], Series("joins_total"));
        Assert.Equal(["{zone=\"b\",map=\"lake\"} 1"], Series("players"));
        Assert.Equal(["{map=\"lake\"} 0.5"], Series("load_ratio"));
        Assert.Contains("lake", Assert.Single(Series("wait_seconds")), StringComparison.Ordinal);
        Assert.Equal(["{mode=\"dust\"} 1"], Series("others_total"));
        Assert.Equal(0, _registry.RemoveSeries("map", "dust"));

        Record("dust");
        Assert.Equal(2, Series("load_ratio").Length);
        Assert.Equal(1, _registry.RemoveSeries("map", "dust", "load_ratio"));
        Assert.Equal(["{map=\"lake\"} 0.5"], Series("load_ratio"));
        Assert.Equal(1, joins.ValueAt(joins.SeriesOf("dust", true)));

        void Record(string map)
        {
            joins.Increment(map, true);
            joins.Add(2, map, false);
            players.Add(1, "b", map);
            load.Set(0.5, map);
            waits.Observe(3, map);
        }
    }

    [Fact]
    public void A_counter_that_is_idle_vanishes_and_begins_at_0_again()
    {
        var joins = _registry.Counter("joins_total", "Joins.", Label.ForStrings("map", 5), expireAfter: s_minute);
        joins.Add(5, "dust");
        joins.Add(2.5, "lake");
        Assert.Equal(["{map=\"dust\"} 5", "{map=\"lake\"} 2.5"], Series("joins_total"));

        Advance(seconds: 59);
        joins.Increment("lake");
        Assert.Equal(["{map=\"dust\"} 5", "{map=\"lake\"} 3.5"], Series("joins_total"));

        Advance(seconds: 1);
        Assert.Equal(["{map=\"lake\"} 3.5"], Series("joins_total"));
        Assert.Equal(0, joins.ValueAt(joins.SeriesOf("dust")));

        joins.Add(2, "dust");
        Assert.Equal(["{map=\"dust\"} 2", "{map=\"lake\"} 3.5"], Series("joins_total"));
        Advance(seconds: 60);
        Assert.Empty(Series("joins_total"));
        joins.Add(0.25, "lake");
        Assert.Equal(["{map=\"lake\"} 0.25"], Series("joins_total"));
    }

    [Fact]
    public void A_histogram_that_is_idle_vanishes_and_begins_empty_again()
    {
        var damage = _registry.Histogram("damage", "Damage.", [10, 100], Label.ForStrings("map", 5), expireAfter: s_minute);
        damage.Observe(5, "dust");
        damage.Observe(50, "dust");
        Assert.Equal(["{map=\"dust\"} 2"], Series("damage"));
        Advance(seconds: 60);
        Assert.Empty(Series("damage"));
        damage.Observe(500, "dust");

        using var snapshot = _registry.Snapshot();
        var series = snapshot.Find("damage")!.Value;
        Assert.Equal([0, 0, 1], series.CumulativeCounts.ToArray());
        Assert.Equal(500, series.Sum);
    }

    [Fact]
    public void A_gauge_is_idle_when_it_is_not_set_whatever_it_is_set_to()
    {
        var level = _registry.Gauge("level", "Level.", Label.ForStrings("map", 5), expireAfter: s_minute);
        level.Set(5, "dust");
        level.Set(7, "lake");
        Assert.Equal(2, Series("level").Length);
        Advance(seconds: 59);
        level.Set(5, "dust");
        Assert.Equal(2, Series("level").Length);
        Advance(seconds: 1);
        Assert.Equal(["{map=\"dust\"} 5"], Series("level"));

        level.Add(1, "lake");
        Assert.Equal(["{map=\"dust\"} 5", "{map=\"lake\"} 1"], Series("level"));
        Advance(seconds: 60);
        Assert.Empty(Series("level"));
        level.Set(5, "dust");
        Assert.Equal(["{map=\"dust\"} 5"], Series("level"));
    }

    [Fact]
    public void An_up_down_counter_expires_only_at_0()
    {
        var open = _registry.UpDownCounter("open", "Open.", Label.ForStrings("region", 5), expireAfter: s_minute);
        open.Increment("eu");
        open.Increment("us");
        open.Decrement("us");
        open.Increment("us");
        Assert.Equal(2, Series("open").Length);
        open.Decrement("us");
        Assert.Equal(["{region=\"eu\"} 1", "{region=\"us\"} 0"], Series("open"));
        Advance(seconds: 60);
        Assert.Equal(["{region=\"eu\"} 1"], Series("open"));
        open.Decrement("eu");
        open.Increment("us");
        Assert.Equal(["{region=\"eu\"} 0", "{region=\"us\"} 1"], Series("open"));
    }

    [Fact]
    public void Series_of_declared_values_stay_however_idle()
    {
        var kills = CounterFamily.Create(
            new() { Name = "kills_total", Help = "Kills.", Labels = [Label.Declared("weapon", ["rifle"], false, true)], ExpireAfter = s_minute }, _registry);
        kills.IncrementAt(0);
        kills.IncrementAt(1);
        Assert.Equal(2, Series("kills_total").Length);
        Advance(seconds: 3600);
        Assert.Equal(2, Series("kills_total").Length);
    }

    [Fact]
    public void Series_of_every_kind_can_be_removed_and_begin_anew()
    {
        var joins = _registry.Counter("joins_total", "Joins.", Label.ForStrings("map", 5), Label.ForBool("ranked"));
        var open = _registry.UpDownCounter("open", "Open.", Label.ForStrings("map", 5));
        var level = _registry.Gauge("level", "Level.", Label.ForStrings("map", 5));
        var damage = _registry.Histogram("damage", "Damage.", [10], Label.ForStrings("map", 5));
        var all = _registry.Counter("all_total", "All.");
        joins.Add(3, "dust", true);
        open.Add(-3, "dust");
        level.Set(3, "dust");
        damage.Observe(3, "dust");
        all.Add(3);
        _registry.Snapshot().Dispose();

        joins.Add(4, "dust", true);
        Assert.True(joins.Remove("dust", true));
        Assert.True(open.Remove("dust"));
        Assert.True(level.Remove("dust"));
        Assert.True(damage.Remove("dust"));
        all.RemoveAt(0);
        Assert.False(joins.Remove("never", true));
        Assert.Equal(0, joins.ValueAt(joins.SeriesOf("dust", true)));
        joins.Add(1, "dust", true);
        Assert.Equal(1, joins.ValueAt(joins.SeriesOf("dust", true)));
        Assert.Equal(["{map=\"dust\",ranked=\"true\"} 1"], Series("joins_total"));
        Assert.Empty(Series("open"));
        Assert.Empty(Series("level"));
        Assert.Empty(Series("damage"));
        Assert.Empty(Series("all_total"));

        open.Add(2, "dust");
        level.Add(2, "dust");
        damage.Observe(50, "dust");
        all.Increment();
        Assert.Equal(["{map=\"dust\"} 2"], Series("open"));
        Assert.Equal(["{map=\"dust\"} 2"], Series("level"));
        Assert.Equal(["{map=\"dust\"} 1"], Series("damage"));
        Assert.Equal(["{} 1"], Series("all_total"));
    }

    [Fact]
    public void A_series_removed_before_it_was_ever_shown_gives_its_place_away()
    {
        var joins = _registry.Counter("joins_total", "Joins.", Label.ForStrings("map", 1));
        joins.Increment("dust");
        Assert.True(joins.Remove("dust"));
        Assert.Empty(Series("joins_total"));
        joins.Increment("lake");
        Assert.Equal(["{map=\"lake\"} 1"], Series("joins_total"));
    }

    [Fact]
    public void Values_whose_series_are_gone_make_room_in_the_limit()
    {
        var joins = _registry.Counter("joins_total", "Joins.", Label.ForStrings("map", 2), Label.ForBool("ranked"), expireAfter: s_minute);
        joins.Increment("dust", true);
        joins.Increment("dust", false);
        joins.Increment("lake", true);
        joins.Increment("moon", true);
        Assert.Contains("{map=\"other\",ranked=\"true\"} 1", Series("joins_total"));
        Advance(seconds: 60);
        joins.Increment("dust", false);
        Assert.Equal(["{map=\"dust\",ranked=\"false\"} 2"], Series("joins_total"));

        joins.Increment("moon", true);
        joins.Increment("lake", true);
        Assert.Equal(
            ["{map=\"dust\",ranked=\"false\"} 2", "{map=\"moon\",ranked=\"true\"} 1", "{map=\"other\",ranked=\"true\"} 1"],
            Series("joins_total").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_value_keeps_its_place_while_any_metric_shows_it()
    {
        var map = Label.ForStrings("map", 1);
        var joins = _registry.Counter("joins_total", "Joins.", map, expireAfter: s_minute);
        var level = _registry.Gauge("level", "Level.", map);
        joins.Increment("dust");
        level.Set(5, "dust");
        Series("joins_total");
        Advance(seconds: 60);
        Assert.Empty(Series("joins_total"));
        joins.Increment("lake");
        Assert.Equal(["{map=\"other\"} 1"], Series("joins_total"));
        Assert.Equal(["{map=\"dust\"} 5"], Series("level"));

        level.Remove("dust");
        _registry.Snapshot().Dispose();
        joins.Increment("lake");
        Assert.Contains("{map=\"lake\"} 1", Series("joins_total"));
        Assert.Empty(Series("level"));
    }

    [Fact]
    public void A_number_kept_past_expiry_counts_under_its_value_while_nothing_else_has_its_place()
    {
        var joins = _registry.Counter("joins_total", "Joins.", Label.ForStrings("map", 1), expireAfter: s_minute);
        joins.Increment("dust");
        var kept = joins.SeriesOf("dust");
        joins.IncrementAt(kept);
        Series("joins_total");
        Advance(seconds: 60);
        Assert.Empty(Series("joins_total"));

        joins.IncrementAt(kept);
        Assert.Equal(["{map=\"dust\"} 1"], Series("joins_total"));
        Assert.Equal(kept, joins.SeriesOf("dust"));
        joins.Increment("lake");
        Assert.Equal(["{map=\"dust\"} 1", "{map=\"other\"} 1"], Series("joins_total"));
    }

    [Fact]
    public void A_thread_between_lookup_and_use_holds_its_values_place()
    {
        var joins = _registry.Counter("joins_total", "Joins.", Label.ForStrings("map", 1), expireAfter: s_minute);
        joins.Increment("dust");
        Series("joins_total");
        var found = joins.SeriesOf("dust");
        Advance(seconds: 60);
        Assert.Empty(Series("joins_total"));

        OnAnotherThread(() => joins.Increment("lake"));
        joins.IncrementAt(found);
        Assert.Equal(["{map=\"dust\"} 1", "{map=\"other\"} 1"], Series("joins_total"));
    }

    [Fact]
    public void A_snapshot_that_is_held_shows_what_it_showed_while_series_come_and_go()
    {
        var joins = _registry.Counter("joins_total", "Joins.", Label.ForStrings("map", 40), expireAfter: s_minute);
        for (var i = 0; i < 40; i++)
        {
            joins.Add(i + 1, $"map-{i}");
        }

        using var held = _registry.Snapshot();
        var before = Text(held);
        var labels = held.Family("joins_total")!.Value.Series.First().Labels;
        for (var round = 0; round < 50; round++)
        {
            Advance(seconds: 60);
            _registry.Snapshot().Dispose();
            for (var i = 0; i < 40; i++)
            {
                joins.Add(1, $"a longer name of round {round}, number {i}");
            }

            _registry.Snapshot().Dispose();
        }

        Assert.Equal(before, Text(held));
        Assert.Same(labels, held.Family("joins_total")!.Value.Series.First().Labels);
        Assert.Equal(40, Series("joins_total").Length);
        Assert.DoesNotContain(Series("joins_total"), static series => series.Contains("other", StringComparison.Ordinal));
    }

    [Fact]
    public void A_label_that_two_registries_use_keeps_its_places()
    {
        var map = Label.ForStrings("map", 1);
        var joins = _registry.Counter("joins_total", "Joins.", map, expireAfter: s_minute);
        new InstrumentRegistry().Counter("joins_total", "Joins.", map).Increment("dust");
        joins.Increment("dust");
        Series("joins_total");
        Advance(seconds: 60);
        Assert.Empty(Series("joins_total"));
        joins.Increment("lake");
        Assert.Equal(["{map=\"other\"} 1"], Series("joins_total"));
    }

    private static void OnAnotherThread(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }

    private static string Text(MetricsSnapshot snapshot)
    {
        var output = new ArrayBufferWriter<byte>();
        MetricsExposition.Write(snapshot, ExpositionFormat.OpenMetrics, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private void Advance(int seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private string[] Series(string metric)
    {
        using var snapshot = _registry.Snapshot();
        return [.. snapshot.Family(metric)!.Value.Series.Select(static series => series.ToString())];
    }
}
