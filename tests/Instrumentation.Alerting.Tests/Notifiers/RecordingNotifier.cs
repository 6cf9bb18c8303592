using Instrumentation.Alerting.Notifiers;

namespace Instrumentation.Alerting.Tests.Notifiers;

/// <summary>Keeps what it is sent, after having failed as often as a test says.</summary>
internal sealed class RecordingNotifier(params Exception[] failures) : INotifier
{
    private readonly Queue<Exception> _failures = new(failures);

    public List<AlertNotification> Sent { get; } = [];

    public int Attempts { get; private set; }

    /// <summary>Waits for this before it answers.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    public string Name { get; init; } = "recording";

    public async ValueTask SendAsync(AlertNotification notification, CancellationToken cancellationToken)
    {
        Attempts++;
        await Hold;
        if (_failures.TryDequeue(out var failure))
        {
            throw failure;
        }

        Sent.Add(notification);
    }
}
