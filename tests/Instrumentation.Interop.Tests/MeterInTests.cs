using System.Diagnostics.Metrics;
using Instrumentation.Collectors;
using Instrumentation.Metrics;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace Instrumentation.Interop.Tests;

/// <summary>Meters of others: what we show of them is what the OpenTelemetry SDK exports of them.</summary>
public sealed class MeterInTests
{
    [Fact]
    public async Task TheSameMetersGiveTheNumbersOfTheOpenTelemetrySdk()
    {
        var name = $"Interop.{Guid.NewGuid():N}";
        using var meter = new Meter(name);
        var registry = new InstrumentRegistry();
        var options = new Instrumentation.Collectors.MeterOptions();
        options.Names.Clear();
        options.Names.Add(name);
        using var collector = new MeterCollector(registry, options);
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = receiver.Listen(name);

        var jobs = meter.CreateCounter<long>("jobs.done", "{job}");
        var volume = meter.CreateCounter<double>("volume", "By");
        var open = meter.CreateUpDownCounter<int>("open");
        var level = meter.CreateGauge<double>("level", "Cel");
        var wait = meter.CreateHistogram<double>("wait", "s", advice: new() { HistogramBucketBoundaries = [0.01, 0.1, 1, 10] });
        var plain = meter.CreateHistogram<int>("plain", "ms");
        meter.CreateObservableCounter("seen", static () => new Measurement<long>(42, new Tag("kind", "a")));
        meter.CreateObservableUpDownCounter("held", static () => 7);
        meter.CreateObservableGauge("heat", static () => new[] { new Measurement<double>(1.5, new Tag("place", 1)), new Measurement<double>(2.5, new Tag("place", 2)) });
        await Task.WhenAll(Enumerable.Range(0, 3).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                jobs.Add(i, new Tag("queue", "q" + (i % 7)), new Tag("ok", i % 2 == 0));
                jobs.Add(1, new Tag("ok", i % 2 == 0), new Tag("queue", "q" + (i % 7)));
                volume.Add(0.5, new Tag("http.route", "/a/{b}"));
                open.Add(i % 3 == 0 ? -1 : 1);
                wait.Record(i / 128.0, new Tag("status", 200 + (i % 3)));
                plain.Record(i);
            }
        })));
        level.Record(21.5);

        var points = receiver.Receive(provider);
        using var snapshot = registry.Snapshot();
        var names = new Dictionary<string, string>
        {
            ["jobs.done"] = "jobs_done_total", ["volume"] = "volume_bytes_total", ["open"] = "open", ["level"] = "level_celsius", ["wait"] = "wait_seconds",
            ["plain"] = "plain_milliseconds", ["seen"] = "seen_total", ["held"] = "held", ["heat"] = "heat",
        };
        Assert.Equal(names.Keys.Order(), points.Select(static point => point.Metric).Distinct().Order());
        foreach (var group in points.GroupBy(static point => point.Metric))
        {
            Assert.Equal(group.Count(), snapshot.Family(names[group.Key])!.Value.SeriesCount);
        }

        foreach (var point in points)
        {
            var series = snapshot.Find(
                names[point.Metric], point.Attributes.Select(static tag => (tag.Key.Replace('.', '_'), tag.Value)).ToArray())!.Value;
            if (point.Kind == "histogram")
            {
                Assert.Equal(point.Count, series.Count);
                Assert.Equal(point.Sum, series.Sum);
                Assert.Equal(point.Bounds, series.Bounds[..^1].ToArray());
                Assert.Equal(MeterOutTests.Cumulative(point.Buckets), series.CumulativeCounts.ToArray());
            }
            else
            {
                Assert.Equal(point.Value, series.Value);
            }
        }
    }
}
