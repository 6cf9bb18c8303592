namespace Instrumentation.Monitoring;

/// <summary>Where a monitor asks for what only the application's own parts know. Safe for concurrent use.</summary>
public sealed class PerformanceSources
{
    private readonly Lock _gate = new();
    private Func<int>[] _transports = [];

    /// <summary>Counts hosted services; set by the host's integration.</summary>
    internal Func<int> Services { get; set; } = static () => 0;

    internal int TransportCount => Volatile.Read(ref _transports).Sum(static count => count());

    /// <summary>
    /// Adds to <see cref="PerformanceSnapshot.TransportCount"/> what the function returns, asked at every snapshot: a game server's UDP socket,
    /// for instance. It must be quick and must not throw.
    /// </summary>
    /// <returns>Takes it out again when disposed.</returns>
    public IDisposable AddTransports(Func<int> count)
    {
        ArgumentNullException.ThrowIfNull(count);
        lock (_gate)
        {
            Volatile.Write(ref _transports, [.. _transports, count]);
        }

        return new Removal(() => Remove(count));
    }

    private void Remove(Func<int> count)
    {
        lock (_gate)
        {
            var index = Array.IndexOf(_transports, count);
            if (index >= 0)
            {
                Volatile.Write(ref _transports, [.. _transports[..index], .. _transports[(index + 1)..]]);
            }
        }
    }
}
