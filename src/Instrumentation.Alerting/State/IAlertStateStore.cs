namespace Instrumentation.Alerting.State;

/// <summary>Keeps the alerts' state over restarts. Calls never overlap.</summary>
public interface IAlertStateStore
{
    /// <summary>What was saved last; null if nothing was.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public ValueTask<ReadOnlyMemory<byte>?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Replaces what was saved. When it returns, what was saved survives a crash of the process and of the machine; if it fails, what was saved before does.</summary>
    /// <param name="state">The state, in JSON.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public ValueTask SaveAsync(ReadOnlyMemory<byte> state, CancellationToken cancellationToken);

    /// <summary>Puts what was saved aside for a person to look at, since it cannot be read.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Where it is now.</returns>
    public ValueTask<string> SetAsideAsync(CancellationToken cancellationToken);
}
