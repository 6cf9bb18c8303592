using System.Collections.Concurrent;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Tests.Monitoring;

namespace Instrumentation.Alerting.Tests;

internal sealed class RecordingSink(string name = "recording") : IAlertSink
{
    public string Name => name;

    public ConcurrentQueue<AlertTransition> Transitions { get; } = new();

    public IEnumerable<string> Texts => Transitions.Select(static transition => $"{transition.Alert.Name} {transition.From}→{transition.To}");

    public ValueTask OnTransition(AlertTransition transition, CancellationToken cancellationToken)
    {
        Transitions.Enqueue(transition);
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits until so many transitions have come.</summary>
    public async Task<IReadOnlyList<string>> WaitFor(int count)
    {
        await Wait.UntilAsync(() => Transitions.Count >= count, $"{count} transitions");
        return [.. Texts];
    }
}
