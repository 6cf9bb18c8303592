using Instrumentation.Monitoring;

namespace Instrumentation.Events;

/// <summary>Hands events on to a monitor, and so to its hooks.</summary>
internal sealed class MonitorListener(IPerformanceMonitor monitor) : IGameEventListener
{
    public string Name => "hooks";

    public ValueTask OnEventAsync(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        monitor.RecordEvent(recorded);
        return ValueTask.CompletedTask;
    }
}
