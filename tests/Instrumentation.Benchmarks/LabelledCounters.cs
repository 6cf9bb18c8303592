using BenchmarkDotNet.Attributes;
using Instrumentation.Benchmarks.Peers;
using Instrumentation.Metrics;

namespace Instrumentation.Benchmarks;

/// <summary>Adding to a counter with labels.</summary>
[MemoryDiagnoser]
public class LabelledCounters
{
    private const int Calls = 1 << 14;

    private readonly Counter<Weapon, Region> _counter = new InstrumentRegistry().Counter(
        "kills_total", "Kills.", Label.ForEnum<Weapon>("weapon"), Label.ForEnum<Region>("region"));

    private readonly Counter<string?> _limited = new InstrumentRegistry().Counter(
        "rounds_total", "Rounds.", Label.ForStrings("map", limit: 50));

    private readonly OpenTelemetryMeter _openTelemetryMeter = new();
    private readonly string[] _maps = [.. Enumerable.Range(0, 16).Select(static i => $"map-{i}")];
    private System.Diagnostics.Metrics.Counter<long> _openTelemetry = null!;
    private System.Diagnostics.Metrics.Counter<long> _openTelemetryMaps = null!;

    [GlobalSetup]
    public void Setup()
    {
        _openTelemetry = _openTelemetryMeter.Meter.CreateCounter<long>("kills");
        _openTelemetryMaps = _openTelemetryMeter.Meter.CreateCounter<long>("rounds");
    }

    [GlobalCleanup]
    public void Cleanup() => _openTelemetryMeter.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public void TwoEnums()
    {
        for (var i = 0; i < Calls; i++)
        {
            _counter.Increment((Weapon)(i & 3), Region.Asia);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void TwoEnumsWithOpenTelemetry()
    {
        for (var i = 0; i < Calls; i++)
        {
            _openTelemetry.Add(1, new("weapon", Names[i & 3]), new("region", "asia"));
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void OneBoundedString()
    {
        for (var i = 0; i < Calls; i++)
        {
            _limited.Increment(_maps[i & 15]);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void OneStringWithOpenTelemetry()
    {
        for (var i = 0; i < Calls; i++)
        {
            _openTelemetryMaps.Add(1, new KeyValuePair<string, object?>("map", _maps[i & 15]));
        }
    }

    private static readonly string[] Names = ["sword", "bow", "rifle", "shotgun"];
}
