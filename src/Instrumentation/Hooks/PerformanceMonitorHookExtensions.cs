using Instrumentation.Monitoring;

namespace Instrumentation.Hooks;

/// <summary>Hooks made of delegates.</summary>
public static class PerformanceMonitorHookExtensions
{
    /// <summary>Adds a synchronous hook under a name for metrics and logs.</summary>
    /// <inheritdoc cref="IPerformanceMonitor.AddHook"/>
    public static IDisposable AddHook(this IPerformanceMonitor monitor, string name, Action<PerformanceEvent> onEvent)
    {
        ArgumentNullException.ThrowIfNull(onEvent);
        return Add(monitor, name, (performanceEvent, _) =>
        {
            onEvent(performanceEvent);
            return ValueTask.CompletedTask;
        });
    }

    /// <summary>Adds an asynchronous hook that cannot be cancelled, under a name for metrics and logs.</summary>
    /// <inheritdoc cref="IPerformanceMonitor.AddHook"/>
    public static IDisposable AddHook(this IPerformanceMonitor monitor, string name, Func<PerformanceEvent, Task> onEvent)
    {
        ArgumentNullException.ThrowIfNull(onEvent);
        return Add(monitor, name, (performanceEvent, _) => new ValueTask(onEvent(performanceEvent)));
    }

    /// <summary>Adds an asynchronous hook under a name for metrics and logs.</summary>
    /// <inheritdoc cref="IPerformanceMonitor.AddHook"/>
    public static IDisposable AddHook(this IPerformanceMonitor monitor, string name, Func<PerformanceEvent, CancellationToken, Task> onEvent)
    {
        ArgumentNullException.ThrowIfNull(onEvent);
        return Add(monitor, name, (performanceEvent, token) => new ValueTask(onEvent(performanceEvent, token)));
    }

    private static IDisposable Add(IPerformanceMonitor monitor, string name, Func<PerformanceEvent, CancellationToken, ValueTask> onEvent)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return monitor.AddHook(new DelegateHook(name, onEvent));
    }
}
