using Instrumentation.Monitoring;

namespace Instrumentation.Hooks;

/// <summary>A hook made of a delegate.</summary>
internal sealed class DelegateHook(string name, Func<PerformanceEvent, CancellationToken, ValueTask> onEvent) : IPerformanceHook
{
    public string Name { get; } = name;

    public ValueTask OnEventAsync(PerformanceEvent performanceEvent, CancellationToken cancellationToken) =>
        onEvent(performanceEvent, cancellationToken);
}
