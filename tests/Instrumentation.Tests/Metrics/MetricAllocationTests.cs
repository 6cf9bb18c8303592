using System.Buffers;
using Instrumentation.Exposition;
using Instrumentation.Metrics;

namespace Instrumentation.Tests.Metrics;

[Collection(Operations.AloneCollection.Name)]
public sealed class MetricAllocationTests
{
    private readonly InstrumentRegistry _registry = new();

    [Fact]
    public void Counting_observing_and_setting_allocate_nothing()
    {
        var counter = _registry.Counter("a_total", "A.");
        var labelled = _registry.Counter("b_total", "B.", Label.ForEnum<DayOfWeek>("day"), Label.ForBool("x"));
        var limited = _registry.Counter("c_total", "C.", Label.ForStrings("map", 3));
        var histogram = _registry.Histogram("d_seconds", "D.", [0.1, 1], "seconds");
        var gauge = _registry.Gauge("e", "E.");
        var players = _registry.UpDownCounter("f", "F.");

        Assert.Equal(0, Allocations.Least(() =>
        {
            counter.Increment();
            counter.Add(0.5);
            labelled.Increment(DayOfWeek.Friday, true);
            limited.Increment("dust");
            limited.Increment(null);
            histogram.Observe(0.25);
            gauge.Set(1.5);
            players.Add(-1);
        }));
    }

    [Fact]
    public void A_steady_scrape_allocates_less_than_four_kilobytes_however_many_series_there_are()
    {
        var counter = _registry.Counter("kills_total", "Kills.", Label.ForStrings("class", 1_000), Label.ForStrings("map", 100));
        for (var i = 0; i < 100_000; i++)
        {
            counter.Increment($"class-{i % 1_000}", $"map-{i / 1_000}");
        }

        var output = new ArrayBufferWriter<byte>(32 << 20);
        Assert.InRange(
            Allocations.Least(() =>
            {
                output.ResetWrittenCount();
                using var snapshot = _registry.Snapshot();
                MetricsExposition.Write(snapshot, ExpositionFormat.OpenMetrics, output);
            }),
            0,
            4095);
    }
}
