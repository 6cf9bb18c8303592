using Instrumentation.Hooks;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;

namespace Instrumentation.Tests.Monitoring;

/// <summary>A monitor with a registry, a clock and a log of its own.</summary>
internal sealed class TestMonitor : IAsyncDisposable
{
    internal TestMonitor(HookOptions? hooks = null, int maxProfiledOperations = 100)
    {
        Monitor = new PerformanceMonitor(new PerformanceMonitorOptions
        {
            Registry = Registry,
            Hooks = hooks ?? new HookOptions(),
            MaxProfiledOperations = maxProfiledOperations,
            Sources = Sources,
            TimeProvider = Time,
            LoggerFactory = Log,
        });
    }

    internal InstrumentRegistry Registry { get; } = new();

    internal PerformanceSources Sources { get; } = new();

    internal ManualTime Time { get; } = new();

    internal RecordingLog Log { get; } = new();

    internal PerformanceMonitor Monitor { get; }

    internal double? Value(string metric, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        using var snapshot = Registry.Snapshot();
        return snapshot.Value(metric, labels);
    }

    internal double? Failures(string hook) => Value("instrumentation_hook_failures_total", ("hook", hook));

    internal double? Drops(string hook) => Value("instrumentation_hook_dropped_events_total", ("hook", hook));

    public ValueTask DisposeAsync() => Monitor.DisposeAsync();
}
