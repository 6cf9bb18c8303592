using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Instrumentation.Operations;

namespace Instrumentation.Hooks;

/// <summary>
/// Shows the snapshot as metrics: <c>server_uptime_seconds</c>, <c>server_memory_bytes</c>, <c>server_managed_memory_bytes</c>,
/// <c>server_threads</c>, <c>server_threadpool_threads</c>, <c>server_threadpool_pending_items</c>, <c>server_timers</c>, <c>server_services</c>,
/// <c>server_transports</c>, <c>server_startup_seconds</c>, <c>server_starts_total</c>, <c>server_requests_total</c> and
/// <c>server_errors_total</c>. Requests and errors are read at each scrape; the others are as of the last event, so periodic collection sets
/// their age.
/// </summary>
public sealed class MetricsHook : IPerformanceHook
{
    private readonly (Gauge Gauge, Func<PerformanceSnapshot, double> Read)[] _gauges;
    private readonly Counter _starts;
    private long _started;

    /// <summary>Makes the hook.</summary>
    /// <param name="registry">Where the metrics are registered; null for the process's registry.</param>
    public MetricsHook(InstrumentRegistry? registry = null)
    {
        registry ??= InstrumentRegistry.Default;
        _gauges =
        [
            (registry.Gauge("server_uptime_seconds", "Time since the monitor was made.", "seconds"), static s => s.Uptime.TotalSeconds),
            (registry.Gauge("server_startup_seconds", "Time the host took to start its services.", "seconds"), static s => s.StartupTime.TotalSeconds),
            (registry.Gauge("server_memory_bytes", "Physical memory of the process.", "bytes"), static s => s.MemoryUsage),
            (registry.Gauge("server_managed_memory_bytes", "Bytes on the garbage collector's heap.", "bytes"), static s => s.ManagedMemory),
            (registry.Gauge("server_threads", "Operating-system threads of the process."), static s => s.ThreadCount),
            (registry.Gauge("server_threadpool_threads", "Threads of the thread pool."), static s => s.ThreadPoolThreadCount),
            (registry.Gauge("server_threadpool_pending_items", "Work items that wait for a thread of the pool."), static s => s.PendingWorkItemCount),
            (registry.Gauge("server_timers", "Timers that are due some time."), static s => s.TimerCount),
            (registry.Gauge("server_services", "Hosted services."), static s => s.ServiceCount),
            (registry.Gauge("server_transports", "Addresses that the process listens at."), static s => s.TransportCount),
        ];
        _starts = registry.Counter("server_starts_total", "Completed start-ups.");

        // Not added up from snapshots: a second monitor in the process would count the same calls once more.
        var operations = OperationCatalog.Of(registry);
        registry.Counter("server_requests_total", "Calls of monitored operations.", () => OperationTotals.Read(operations).Calls);
        registry.Counter("server_errors_total", "Calls of monitored operations that failed.", () => OperationTotals.Read(operations).Failures);
    }

    /// <inheritdoc/>
    public ValueTask OnEventAsync(PerformanceEvent performanceEvent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(performanceEvent);
        var snapshot = performanceEvent.Snapshot;
        foreach (var (gauge, read) in _gauges)
        {
            gauge.Set(read(snapshot));
        }

        _starts.Add(snapshot.StartCount - _started);
        _started = snapshot.StartCount;
        return ValueTask.CompletedTask;
    }
}
