using Instrumentation.Monitoring;

namespace Instrumentation.Hooks;

/// <summary>
/// Code that is called on every event of a monitor. Each hook has its own bounded queue and is given one event at a time. An exception is
/// counted in <c>instrumentation_hook_failures_total{hook}</c> and logged, at most once a minute for each hook. An event that finds the queue
/// full, or runs into the timeout, is counted in <c>instrumentation_hook_dropped_events_total{hook}</c>; a hook that hangs is not called again
/// before it has returned.
/// </summary>
public interface IPerformanceHook
{
    /// <summary>Names the hook in metrics and logs. The type's name unless overridden.</summary>
    public string Name => GetType().Name;

    /// <summary>Called for each event, on a thread of the pool.</summary>
    /// <param name="performanceEvent">The event and a snapshot taken after it.</param>
    /// <param name="cancellationToken">Cancelled when the timeout has passed, the hook was removed or the monitor is disposed.</param>
    public ValueTask OnEventAsync(PerformanceEvent performanceEvent, CancellationToken cancellationToken);
}
