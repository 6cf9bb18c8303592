using System.Globalization;
using Instrumentation.Metrics;

namespace Instrumentation.Tests.Metrics;

public sealed class InstrumentTests
{
    private readonly InstrumentRegistry _registry = new();

    [Fact]
    public void A_counter_adds_whole_numbers_exactly_beyond_what_a_double_holds()
    {
        var counter = _registry.Counter("bytes_total", "Bytes.");
        counter.Add(1L << 53);
        counter.Add(1);
        counter.Add(1);

        Assert.Equal((1L << 53) + 2, counter.Value);
    }

    [Fact]
    public void A_counter_adds_fractions()
    {
        var counter = _registry.Counter("time_seconds_total", "Time.", "seconds");
        counter.Add(0.25);
        counter.Add(2);
        counter.Add(0.5);

        Assert.Equal(2.75, counter.Value);
        Assert.Equal(2.75, Value("time_seconds_total"));
    }

    [Fact]
    public void A_series_reads_the_same_in_every_culture()
    {
        _registry.Counter("time_seconds_total", "Time.", Label.ForBool("bot"), "seconds").Add(2.5, true);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
            using var snapshot = _registry.Snapshot();
            Assert.Equal("{bot=\"true\"} 2.5", snapshot.Find("time_seconds_total", ("bot", "true"))!.Value.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_a_counter_cannot_add_is_ignored_and_counted(double amount)
    {
        var counter = _registry.Counter("kills_total", "Kills.");
        counter.Add(5);
        counter.Add(amount);

        Assert.Equal(5, counter.Value);
        Assert.Equal(1, Value("instrumentation_rejected_values_total", ("metric", "kills_total")));
    }

    [Fact]
    public void A_negative_whole_number_is_ignored_as_well()
    {
        var counter = _registry.Counter("kills_total", "Kills.");
        counter.Add(-7L);

        Assert.Equal(0, counter.Value);
        Assert.Equal(1, Value("instrumentation_rejected_values_total", ("metric", "kills_total")));
    }

    [Fact]
    public void A_counter_past_the_range_of_a_signed_number_does_not_read_as_negative()
    {
        var counter = _registry.Counter("damage_total", "Damage.");
        counter.Add(long.MaxValue);
        counter.Add(long.MaxValue);

        Assert.Equal(2.0 * long.MaxValue, Value("damage_total"));
        Assert.Equal(2.0 * long.MaxValue, counter.Value);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void What_a_counter_cannot_read_as_is_left_out_of_the_snapshot_and_counted(double total)
    {
        CallbackInstrument.Create(new() { Name = "joins_total", Help = "Joins." }, MetricKind.Counter, () => total, _registry);

        using var snapshot = _registry.Snapshot();
        Assert.Null(snapshot.Value("joins_total"));
        Assert.Equal(1, snapshot.Value("instrumentation_rejected_values_total", ("metric", "joins_total")));
    }

    [Fact]
    public void An_up_down_counter_goes_both_ways()
    {
        var players = _registry.UpDownCounter("players", "Players.");
        players.Add(3);
        players.Add(-5);

        Assert.Equal(-2, Value("players"));
    }

    [Fact]
    public void A_gauge_shows_what_was_set_last()
    {
        var gauge = _registry.Gauge("temperature_celsius", "Temperature.", "celsius");
        gauge.Set(20.5);
        gauge.Set(-3);

        Assert.Equal(-3, Value("temperature_celsius"));
    }

    [Fact]
    public void A_callback_is_read_at_each_snapshot_and_left_out_of_those_in_which_it_throws()
    {
        var fail = false;
        var reads = 0;
        _registry.Gauge("queue_length", "Length.", () => fail ? throw new InvalidOperationException("gone") : ++reads);

        Assert.Equal(1, Value("queue_length"));
        Assert.Equal(2, Value("queue_length"));
        fail = true;
        Assert.Null(Value("queue_length"));

        fail = false;
        Assert.Equal(3, Value("queue_length"));
        Assert.Equal(1, Value("instrumentation_collector_failures_total", ("collector", "queue_length")));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1, 0)]
    [InlineData(1.0000001, 1)]
    [InlineData(2, 1)]
    [InlineData(-10, 0)]
    [InlineData(1e300, 4)]
    [InlineData(double.Epsilon, 0)]
    [InlineData(1000, 3)]
    public void An_observation_falls_in_the_first_bucket_whose_bound_it_does_not_exceed(double value, int bucket)
    {
        var histogram = _registry.Histogram("size_meters", "Sizes.", [1, 2, 3.5, 1000], "meters");
        histogram.Observe(value);

        using var snapshot = _registry.Snapshot();
        var series = snapshot.Find("size_meters")!.Value;
        Assert.Equal(Enumerable.Range(0, 5).Select(b => b >= bucket ? 1L : 0L), series.CumulativeCounts.ToArray());
        Assert.Equal(value, series.Sum);
    }

    [Fact]
    public void Buckets_agree_with_a_linear_search_over_many_values()
    {
        double[] bounds = [-5, -0.1, 0, 1e-9, 0.001, 0.0025, 0.5, 1, 1.5, 1.75, 100, 1e9];
        var histogram = _registry.Histogram("value", "Values.", bounds);
        var expected = new long[bounds.Length + 1];
        var random = new Random(7);
        for (var i = 0; i < 50_000; i++)
        {
            var value = i % 5 == 0 ? bounds[random.Next(bounds.Length)] : (random.NextDouble() - 0.3) * Math.Pow(10, random.Next(-10, 11));
            histogram.Observe(value);
            var bucket = Array.FindIndex(bounds, bound => value <= bound);
            expected[bucket < 0 ? bounds.Length : bucket]++;
        }

        using var snapshot = _registry.Snapshot();
        var cumulative = 0L;
        Assert.Equal(expected.Select(count => cumulative += count), snapshot.Find("value")!.Value.CumulativeCounts.ToArray());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_not_observed(double value)
    {
        var histogram = _registry.Histogram("size_meters", "Sizes.", [1], "meters");
        histogram.Observe(value);

        Assert.Equal(0, Value("size_meters"));
        Assert.Equal(1, Value("instrumentation_rejected_values_total", ("metric", "size_meters")));
    }

    private double? Value(string name, params ReadOnlySpan<(string, string)> labels)
    {
        using var snapshot = _registry.Snapshot();
        return snapshot.Value(name, labels);
    }
}
