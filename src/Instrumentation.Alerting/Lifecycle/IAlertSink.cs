namespace Instrumentation.Alerting.Lifecycle;

/// <summary>Gets every transition of every alert, in order, one at a time.</summary>
/// <remarks>
/// Each sink has a queue and a worker of its own: one that throws or is slow hinders neither rules nor other sinks. What it throws is counted and logged; what its queue
/// has no room for is dropped and counted. With a state store a transition is kept until <see cref="OnTransition"/> has completed for it, and is handed over
/// again after a crash: complete it only when it is done, such as when a message has been sent. An alert that fires still is not told again; <see cref="IAlerts"/>, which a
/// sink may take from the container, knows all that fire and until when each is valid.
/// </remarks>
public interface IAlertSink
{
    /// <summary>The name in logs and self-metrics, and in the stored state: the same at each start, and no other sink's.</summary>
    public string Name { get; }

    /// <summary>Takes notice of a transition.</summary>
    /// <param name="transition">What happened.</param>
    /// <param name="cancellationToken">Cancelled when the process shuts down.</param>
    /// <returns>Completes when it has been dealt with.</returns>
    public ValueTask OnTransition(AlertTransition transition, CancellationToken cancellationToken);
}
