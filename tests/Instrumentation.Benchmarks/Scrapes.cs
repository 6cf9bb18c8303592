using System.Buffers;
using BenchmarkDotNet.Attributes;
using Instrumentation.Exposition;
using Instrumentation.Metrics;

namespace Instrumentation.Benchmarks;

/// <summary>Answering a scrape: taking a snapshot and writing it as text.</summary>
[MemoryDiagnoser]
public class Scrapes
{
    private readonly InstrumentRegistry _counters = new();
    private readonly InstrumentRegistry _histograms = new();
    private readonly ArrayBufferWriter<byte> _output = new(64 << 20);

    [GlobalSetup]
    public void Setup()
    {
        var counter = _counters.Counter("kills_total", "Kills.", Label.ForStrings("player_class", 1_000), Label.ForStrings("map", 100));
        var histogram = _histograms.Histogram(
            "turn_seconds",
            "Turns.",
            [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
            Label.ForStrings("map", 10_000),
            "seconds");
        for (var i = 0; i < 100_000; i++)
        {
            counter.Add(i, $"class-{i % 1_000}", $"map-{i / 1_000}");
        }

        for (var i = 0; i < 10_000; i++)
        {
            histogram.Observe(i / 1000.0, $"map-{i}");
        }
    }

    [Benchmark]
    public int HundredThousandCounters() => Scrape(_counters);

    [Benchmark]
    public int TenThousandHistograms() => Scrape(_histograms);

    private int Scrape(InstrumentRegistry registry)
    {
        _output.ResetWrittenCount();
        using var snapshot = registry.Snapshot();
        MetricsExposition.Write(snapshot, ExpositionFormat.PrometheusText, _output);
        return _output.WrittenCount;
    }
}
