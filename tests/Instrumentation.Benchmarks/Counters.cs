using BenchmarkDotNet.Attributes;
using Instrumentation.Benchmarks.Peers;
using Instrumentation.Metrics;

namespace Instrumentation.Benchmarks;

/// <summary>Adding to a counter without labels, alone and with a second thread that adds to the same one.</summary>
[MemoryDiagnoser]
public class Counters
{
    private const int Calls = 1 << 16;

    private readonly Counter _counter = new InstrumentRegistry().Counter("benchmark_total", "Adds.");
    private readonly OpenTelemetryMeter _openTelemetryMeter = new();
    private readonly BareMeter _bareMeter = new();
    private System.Diagnostics.Metrics.Counter<long> _openTelemetry = null!;
    private System.Diagnostics.Metrics.Counter<long> _bare = null!;
    private long _interlocked;
    private TwoThreads _counterThreads = null!;
    private TwoThreads _openTelemetryThreads = null!;
    private TwoThreads _interlockedThreads = null!;

    [GlobalSetup]
    public void Setup()
    {
        _openTelemetry = _openTelemetryMeter.Meter.CreateCounter<long>("benchmark");
        _bare = _bareMeter.Meter.CreateCounter<long>("benchmark");
        _counterThreads = new TwoThreads(Add);
        _openTelemetryThreads = new TwoThreads(OpenTelemetry);
        _interlockedThreads = new TwoThreads(InterlockedAdd);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _counterThreads.Dispose();
        _openTelemetryThreads.Dispose();
        _interlockedThreads.Dispose();
        _openTelemetryMeter.Dispose();
        _bareMeter.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public void Add()
    {
        for (var i = 0; i < Calls; i++)
        {
            _counter.Increment();
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void OpenTelemetry()
    {
        for (var i = 0; i < Calls; i++)
        {
            _openTelemetry.Add(1);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void BareDiagnosticsMetrics()
    {
        for (var i = 0; i < Calls; i++)
        {
            _bare.Add(1);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void InterlockedAdd()
    {
        for (var i = 0; i < Calls; i++)
        {
            Interlocked.Increment(ref _interlocked);
        }
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void AddOnTwoThreads() => _counterThreads.Run();

    [Benchmark(OperationsPerInvoke = Calls)]
    public void OpenTelemetryOnTwoThreads() => _openTelemetryThreads.Run();

    [Benchmark(OperationsPerInvoke = Calls)]
    public void InterlockedOnTwoThreads() => _interlockedThreads.Run();
}
