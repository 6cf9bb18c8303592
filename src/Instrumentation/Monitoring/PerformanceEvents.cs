namespace Instrumentation.Monitoring;

/// <summary>The names of the events that this library records itself.</summary>
public static class PerformanceEvents
{
    /// <summary>All services of the host have started; <see cref="PerformanceSnapshot.StartupTime"/> is known.</summary>
    public const string StartupComplete = "server_startup_complete";

    /// <summary>The host begins to stop; requests may still be running.</summary>
    public const string ShutdownStarted = "server_shutdown_started";

    /// <summary>
    /// All services of the host have stopped; <see cref="PerformanceSnapshot.ShutdownTime"/> is known. The last event: the host waits for
    /// hooks to see it, within its shut-down timeout.
    /// </summary>
    public const string Shutdown = "server_shutdown";

    /// <summary>A tick of periodic collection.</summary>
    public const string MetricsCollection = "metrics_collection";
}
