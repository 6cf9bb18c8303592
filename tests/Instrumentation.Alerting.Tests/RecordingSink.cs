using System.Collections.Concurrent;
using Instrumentation.Alerting.Lifecycle;

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

    /// <summary>Waits until so many transitions have come, for as long as a hung test may take.</summary>
    public async Task<IReadOnlyList<string>> WaitFor(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Transitions.Count < count)
        {
            await Task.Delay(5, limit.Token);
        }

        return [.. Texts];
    }
}
