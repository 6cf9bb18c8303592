using Instrumentation.Monitoring;

namespace Instrumentation.Events;

/// <summary>Joins the event stream to hooks.</summary>
public static class PerformanceMonitorGameEventExtensions
{
    /// <summary>
    /// Records game events with the monitor from now on: hooks see them with their labels, identifiers and values in <see cref="PerformanceEvent.Details"/>.
    /// </summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="stream">Where they come from; null for the stream of the process.</param>
    /// <returns>Ends it when disposed.</returns>
    /// <exception cref="InvalidOperationException">The stream has as many subscriptions as it may have.</exception>
    public static IDisposable AddGameEvents(this IPerformanceMonitor monitor, GameEventFilter? filter = null, GameEventStream? stream = null)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        return (stream ?? GameEventStream.Default).Subscribe(new MonitorListener(monitor), filter);
    }
}
