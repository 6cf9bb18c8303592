using BenchmarkDotNet.Attributes;
using Instrumentation.Benchmarks.Peers;
using Instrumentation.Metrics;

namespace Instrumentation.Benchmarks;

/// <summary>Observing values from 0.1 ms to 1 s in a histogram of 16 buckets.</summary>
[MemoryDiagnoser]
public class Histograms
{
    private const int Calls = 1 << 14;

    private static readonly double[] s_bounds =
        [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Histogram _histogram = new InstrumentRegistry().Histogram("turn_seconds", "Turns.", s_bounds, "seconds");
    private readonly OpenTelemetryMeter _meter = new();
    private readonly double[] _values = new double[1024];
    private System.Diagnostics.Metrics.Histogram<double> _openTelemetry = null!;
    private TwoThreads _threads = null!;
    private TwoThreads _openTelemetryThreads = null!;

    [GlobalSetup]
    public void Setup()
    {
        _openTelemetry = _meter.Meter.CreateHistogram(
            "turn", "s", null, null, new System.Diagnostics.Metrics.InstrumentAdvice<double> { HistogramBucketBoundaries = s_bounds });

        // Most calls take about as long as the one before: the logarithm walks slowly from one end of the range to the other.
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = 0.0001 * Math.Pow(10, 4.0 * i / _values.Length);
        }

        _threads = new TwoThreads(Observe);
        _openTelemetryThreads = new TwoThreads(OpenTelemetry);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _threads.Dispose();
        _openTelemetryThreads.Dispose();
        _meter.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public void Observe()
    {
        for (var i = 0; i < Calls; i++)
        {
            _histogram.Observe(_values[i & 1023]);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void OpenTelemetry()
    {
        for (var i = 0; i < Calls; i++)
        {
            _openTelemetry.Record(_values[i & 1023]);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void ObserveOnTwoThreads() => _threads.Run();

    [Benchmark(OperationsPerInvoke = Calls)]
    public void OpenTelemetryOnTwoThreads() => _openTelemetryThreads.Run();
}
