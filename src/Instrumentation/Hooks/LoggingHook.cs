using Instrumentation.Monitoring;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Hooks;

/// <summary>Writes one line for each event with the gist of its snapshot, at level Information.</summary>
/// <param name="logger">Where to.</param>
public sealed class LoggingHook(ILogger<LoggingHook> logger) : IPerformanceHook
{
    /// <inheritdoc/>
    public ValueTask OnEventAsync(PerformanceEvent performanceEvent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(performanceEvent);
        var snapshot = performanceEvent.Snapshot;
        HookLog.Event(logger, performanceEvent.Name, snapshot.Uptime, snapshot.MemoryUsage, snapshot.ThreadCount, snapshot.RequestCount,
            snapshot.ErrorCount);
        return ValueTask.CompletedTask;
    }
}
