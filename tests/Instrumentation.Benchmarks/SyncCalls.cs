using System.Diagnostics;
using System.Diagnostics.Metrics;
using BenchmarkDotNet.Attributes;
using Instrumentation.Benchmarks.Peers;

namespace Instrumentation.Benchmarks;

/// <summary>What it costs to know how long a synchronous call took.</summary>
[MemoryDiagnoser]
public class SyncCalls
{
    private readonly MonitoredWork _work = new();
    private OpenTelemetryMeter _meter = null!;
    private Histogram<double> _histogram = null!;
    private IWork _dispatchProxy = null!;
    private IWork _castle = null!;

    [GlobalSetup]
    public void Setup()
    {
        _meter = new OpenTelemetryMeter();
        _histogram = _meter.Meter.CreateHistogram<double>("operation.duration", "s");
        TimingAspectAttribute.Histogram = _histogram;
        _dispatchProxy = TimingDispatchProxy.Wrap(_work, _histogram);
        _castle = TimingInterceptor.Wrap(_work, _histogram);
    }

    [GlobalCleanup]
    public void Cleanup() => _meter.Dispose();

    [Benchmark(Baseline = true)]
    public int Bare() => _work.Step(1);

    [Benchmark]
    public long TwoClockReads()
    {
        var start = Stopwatch.GetTimestamp();
        _work.Step(1);
        return Stopwatch.GetTimestamp() - start;
    }

    [Benchmark]
    public int Monitored() => _work.Monitored(1);

    [Benchmark]
    public int MonitoredWithTwoLabels() => _work.Labelled(1, Weapon.Rifle, Region.Asia);

    [Benchmark]
    public int MonitoredSampleEvery64() => _work.Sampled(1);

    [Benchmark]
    public int HandWrittenStopwatchWithOpenTelemetry()
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return _work.Step(1);
        }
        finally
        {
            _histogram.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("operation", "Step"));
        }
    }

    [Benchmark]
    public int AspectInjectorWithOpenTelemetry() => _work.Aspect(1);

    [Benchmark]
    public int CastleProxyWithOpenTelemetry() => _castle.Step(1);

    [Benchmark]
    public int DispatchProxyWithOpenTelemetry() => _dispatchProxy.Step(1);
}
