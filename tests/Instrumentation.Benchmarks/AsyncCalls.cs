using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Instrumentation.Benchmarks.Peers;

namespace Instrumentation.Benchmarks;

/// <summary>What it costs, in time and bytes, to know how long an async call took that really suspends.</summary>
[MemoryDiagnoser]
public partial class AsyncCalls
{
    private readonly Gate _gate = new();
    private OpenTelemetryMeter _meter = null!;
    private Histogram<double> _histogram = null!;

    [GlobalSetup]
    public void Setup()
    {
        _meter = new OpenTelemetryMeter();
        _histogram = _meter.Meter.CreateHistogram<double>("operation.duration", "s");
    }

    [GlobalCleanup]
    public void Cleanup() => _meter.Dispose();

    [Benchmark(Baseline = true)]
    public int Bare() => Finish(PlainAsync(1));

    [Benchmark]
    public int Monitored() => Finish(MonitoredAsync(1));

    [Benchmark]
    public int AwaitingWrapperWithOpenTelemetry() => Finish(WrappedAsync(1));

    [Benchmark]
    public ValueTask<int> BareCompletedAtOnce() => PlainCompletedAsync(1);

    [Benchmark]
    public ValueTask<int> MonitoredCompletedAtOnce() => MonitoredCompletedAsync(1);

    private int Finish(Task<int> task)
    {
        _gate.Open();
        return task.Result;
    }

    private async Task<int> PlainAsync(int value)
    {
        await _gate;
        return value;
    }

    [MonitoredOperation]
    private async Task<int> MonitoredAsync(int value)
    {
        await _gate;
        return value;
    }

    private async Task<int> WrappedAsync(int value)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return await PlainAsync(value).ConfigureAwait(false);
        }
        finally
        {
            _histogram.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("operation", "WrappedAsync"));
        }
    }

    private static async ValueTask<int> PlainCompletedAsync(int value)
    {
        await Task.CompletedTask;
        return value;
    }

    [MonitoredOperation]
    private static async ValueTask<int> MonitoredCompletedAsync(int value)
    {
        await Task.CompletedTask;
        return value;
    }

    /// <summary>An awaitable that is never ready at once and goes on, on the same thread, when it is opened.</summary>
    private sealed class Gate : ICriticalNotifyCompletion
    {
        private Action? _continuation;

        public bool IsCompleted => false;

        public Gate GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => _continuation = continuation;

        public void UnsafeOnCompleted(Action continuation) => _continuation = continuation;

        public void Open()
        {
            var continuation = _continuation!;
            _continuation = null;
            continuation();
        }
    }
}
