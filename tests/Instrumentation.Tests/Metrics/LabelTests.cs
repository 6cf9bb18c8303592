using Instrumentation.Metrics;

namespace Instrumentation.Tests.Metrics;

public sealed class LabelTests
{
    private enum Sparse : long
    {
        Low = -7,
        GoldRush = 40,

        [LabelValue("us-west")]
        UsWest = long.MaxValue,
    }

    private readonly InstrumentRegistry _registry = new();

    [Fact]
    public void Enum_members_read_in_snake_case_or_as_they_say_and_others_as_other()
    {
        var counter = _registry.Counter("rounds_total", "Rounds.", Label.ForEnum<Sparse>("mode"));
        counter.Add(1, Sparse.GoldRush);
        counter.Add(2, Sparse.UsWest);
        counter.Add(3, (Sparse)41);

        Assert.Equal(
            [("gold_rush", 1), ("low", 0), ("other", 3), ("us-west", 2)],
            Values("rounds_total", "mode").OrderBy(static value => value.Value, StringComparer.Ordinal));
    }

    [Fact]
    public void Declared_values_show_as_zero_from_the_start_and_other_and_none_when_they_are_used()
    {
        var counter = _registry.Counter("joins_total", "Joins.", Label.ForValues("region", "eu", "us"));
        Assert.Equal([("eu", 0), ("us", 0)], Values("joins_total", "region"));

        counter.Increment("mars");
        counter.Increment(null);
        Assert.Equal([("eu", 0), ("us", 0), ("none", 1), ("other", 1)], Values("joins_total", "region"));
    }

    [Fact]
    public void Bools_read_true_and_false()
    {
        var counter = _registry.Counter("hits_total", "Hits.", Label.ForBool("headshot"));
        counter.Increment(true);

        Assert.Equal([("false", 0), ("true", 1)], Values("hits_total", "headshot"));
    }

    [Fact]
    public void Past_its_limit_a_label_reads_other_and_says_so_once()
    {
        var counter = _registry.Counter("rounds_total", "Rounds.", Label.ForStrings("map", limit: 2));
        foreach (var map in (string?[])["dust", "lake", "dust", "moon", "mars", null, "lake"])
        {
            counter.Increment(map);
        }

        Assert.Equal([("dust", 2), ("lake", 2), ("none", 1), ("other", 2)], Values("rounds_total", "map").Order());
        Assert.Equal([("rounds_total", 2)], Values("instrumentation_label_overflows_total", "metric"));
        Assert.Single(_registry.Notices.Messages, static message => message.Contains("'map' of 'rounds_total'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_million_distinct_values_stay_within_the_limit()
    {
        var counter = _registry.Counter("requests_total", "Requests.", Label.ForStrings("path", limit: 100));
        Parallel.For(0, 1_000_000, i => counter.Increment("/" + i));

        var values = Values("requests_total", "path");
        Assert.Equal(101, values.Count);
        Assert.Equal(1_000_000, values.Sum(static value => value.Count));
    }

    [Fact]
    public void Labels_multiply_in_the_order_in_which_they_are_given()
    {
        var counter = _registry.Counter(
            "kills_total", "Kills.", Label.ForBool("a"), Label.ForValues("b", "x", "y"), Label.ForEnum<DayOfWeek>("c"));
        counter.Add(5, true, "y", DayOfWeek.Friday);

        using var snapshot = _registry.Snapshot();
        Assert.Equal(5, snapshot.Value("kills_total", ("a", "true"), ("b", "y"), ("c", "friday")));
        Assert.Equal(2 * 2 * 7, snapshot.Family("kills_total")!.Value.SeriesCount);
    }

    private List<(string Value, double Count)> Values(string metric, string label)
    {
        using var snapshot = _registry.Snapshot();
        return [.. snapshot.Family(metric)!.Value.Series.Select(series => (series[label]!, series.Value))];
    }
}
