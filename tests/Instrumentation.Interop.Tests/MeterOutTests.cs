using System.Diagnostics.Metrics;
using Instrumentation.Collectors;
using Instrumentation.Metrics;
using Instrumentation.Operations;

namespace Instrumentation.Interop.Tests;

/// <summary>Our metrics as the OpenTelemetry SDK and other listeners see them, beside what is on /metrics.</summary>
public sealed class MeterOutTests
{
    private enum Weapon
    {
        Bow,
        Rifle,
    }

    [Fact]
    public async Task TheOpenTelemetrySdkExportsTheNumbersThatAreOnMetrics()
    {
        var registry = new InstrumentRegistry();
        using var publisher = new MeterPublisher(registry);
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = receiver.Listen(MeterPublisher.MeterName);
        var kills = registry.Counter("kills_total", "Kills.", Label.ForEnum<Weapon>("weapon"), Label.ForStrings("map", 10));
        var damage = registry.Counter("damage_total", "Damage.");
        var open = registry.UpDownCounter("open_doors", "Doors.");
        var level = registry.Gauge("water_meters", "Water.", "meters");
        var turns = registry.Histogram("turn_seconds", "Turns.", [0.1, 1, 10], Label.ForBool("bot"), "seconds");
        var operation = Operation.Create(new OperationDefinition { Name = "Fight" }, registry);
        var sampled = Operation.Create(new OperationDefinition { Name = "Step", SampleEvery = 8 }, registry);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                kills.Increment((Weapon)(i % 2), "m" + (i % 20));
                damage.Add(0.25);
                open.Add(i % 3 == 0 ? -1 : 1);
                turns.Observe(i / 50.0, i % 2 == 0);
                var call = operation.Start();
                call.Succeed();
                var step = sampled.StartSampled();
                step.Succeed();
            }
        })));
        level.Set(1.5);

        var points = receiver.Receive(provider);
        using var snapshot = registry.Snapshot();
        AssertSame(snapshot, points);
        Assert.Equal("s", points.First(static point => point.Metric == "turn_seconds").Unit);
        Assert.Equal("counter", points.First(static point => point.Metric == "kills_total").Kind);
        Assert.Equal("sum", points.First(static point => point.Metric == "open_doors").Kind);
        Assert.Equal("gauge", points.First(static point => point.Metric == "water_meters").Kind);
        Assert.Equal(3000, points.Where(static point => point.Metric == "turn_seconds").Sum(static point => point.Count));
        Assert.Equal(6000, points.Where(static point => point.Metric == "operation_duration_seconds").Sum(static point => point.Count));
    }

    [Fact]
    public void OneCollectionReadsOneSnapshot()
    {
        var registry = new InstrumentRegistry();
        var snapshots = 0;
        for (var i = 0; i < 20; i++)
        {
            registry.Gauge($"level_{i}", "Levels.").Set(i);
        }

        using var publisher = new MeterPublisher(registry);
        using var counting = registry.AddCollector("count", () => snapshots++);
        using var listener = Listener(registry, static (_, _) => { });
        listener.RecordObservableInstruments();
        Assert.Equal(1, snapshots);
        listener.RecordObservableInstruments();
        Assert.Equal(2, snapshots);
    }

    [Fact]
    public void HistogramsAreRecordedFromTheMomentOfListeningAndNotAfter()
    {
        var registry = new InstrumentRegistry();
        using var publisher = new MeterPublisher(registry);
        var sizes = registry.Histogram("sizes", "Sizes.", [1, 2]);
        sizes.Observe(1);
        var heard = new List<double>();
        var listener = Listener(registry, (instrument, value) =>
        {
            if (instrument.Name == "sizes")
            {
                heard.Add(value);
            }
        });
        sizes.Observe(2);
        sizes.Observe(3);
        listener.Dispose();
        sizes.Observe(4);
        Assert.Equal([2, 3], heard);
    }

    [Fact]
    public void NothingIsAllocatedWhileNobodyListens()
    {
        var registry = new InstrumentRegistry();
        using var publisher = new MeterPublisher(registry);
        var sizes = registry.Histogram("sizes", "Sizes.", [1, 2]);
        var size = 0;

        Assert.Equal(0, Allocations.LeastPerCall(() => sizes.Observe(size++)));
    }

    [Fact]
    public void WhatIsCollectedFromMetersIsNotPublishedAndWhatIsPublishedIsNotCollected()
    {
        var registry = new InstrumentRegistry();
        registry.Counter("own_total", "Own.").Increment();
        using var meter = new Meter("Interop.Foreign");
        using var publisher = new MeterPublisher(registry);
        using var collector = new MeterCollector(registry, All());
        meter.CreateCounter<long>("foreign").Add(1);
        var names = new HashSet<string>();
        using var listener = Listener(registry, (instrument, _) => names.Add(instrument.Name));
        listener.RecordObservableInstruments();

        using var snapshot = registry.Snapshot();
        Assert.Equal(1, snapshot.Value("foreign_total"));
        Assert.Equal(1, snapshot.Family("own_total")!.Value.SeriesCount);
        Assert.Equal(0, snapshot.Value("instrumentation_registration_conflicts_total"));
        Assert.Contains("own_total", names);
        Assert.DoesNotContain("foreign_total", names);
    }

    [Fact]
    public void TwoPublishersOfARegistryAreOneMeterUntilTheLastIsDisposed()
    {
        var registry = new InstrumentRegistry();
        registry.Counter("shared_total", "Shared.").Increment();
        var first = new MeterPublisher(registry);
        using var second = new MeterPublisher(registry);
        first.Dispose();
        first.Dispose();
        var values = new List<double>();
        using var listener = Listener(registry, (instrument, value) =>
        {
            if (instrument.Name == "shared_total")
            {
                values.Add(value);
            }
        });
        listener.RecordObservableInstruments();
        Assert.Equal([1], values);
    }

    private static Instrumentation.Collectors.MeterOptions All()
    {
        var options = new Instrumentation.Collectors.MeterOptions();
        options.Names.Add("*");
        return options;
    }

    /// <summary>Listens to the meter of one registry; tests run beside each other.</summary>
    private static MeterListener Listener(InstrumentRegistry registry, Action<System.Diagnostics.Metrics.Instrument, double> heard)
    {
        var marker = registry.Gauge($"marker_{Guid.NewGuid():N}", "Marks the meter.");
        Meter? own = null;
        using (var search = new MeterListener())
        {
            search.InstrumentPublished = (instrument, _) => own = instrument.Name == marker.Name ? instrument.Meter : own;
            search.Start();
        }

        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter == own)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => heard(instrument, value));
        listener.Start();
        return listener;
    }

    private static void AssertSame(MetricsSnapshot snapshot, List<OtlpPoint> points)
    {
        foreach (var family in snapshot.Families.Where(static family => !family.Name.StartsWith("instrumentation_", StringComparison.Ordinal)))
        {
            foreach (var series in family.Series)
            {
                var labels = series.Labels;
                if (series.IsHistogram && series.Count == 0)
                {
                    continue;
                }

                var point = Assert.Single(points, point => point.Metric == family.Name && point.Attributes.Count == labels.Count
                    && labels.All(label => point.Attributes.GetValueOrDefault(label.Key) == label.Value));
                if (series.IsHistogram)
                {
                    Assert.Equal(series.Count, point.Count);
                    Assert.Equal(series.Bounds[..^1].ToArray(), point.Bounds);
                    if (!labels.Any(static label => label.Value == "Step"))
                    {
                        Assert.Equal(series.Sum, point.Sum, 9);
                        Assert.Equal(series.CumulativeCounts.ToArray(), Cumulative(point.Buckets));
                    }
                }
                else
                {
                    Assert.Equal(series.Value, point.Value);
                }
            }
        }
    }

    internal static IEnumerable<long> Cumulative(IEnumerable<long> buckets)
    {
        var sum = 0L;
        return buckets.Select(bucket => sum += bucket).ToArray();
    }
}
