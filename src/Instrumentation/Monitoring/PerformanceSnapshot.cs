namespace Instrumentation.Monitoring;

/// <summary>How the process is doing at one moment. Each member says where its number comes from.</summary>
public sealed record PerformanceSnapshot
{
    /// <summary>When the snapshot was taken (UTC).</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>
    /// From when the host began to start its services to when all of them had started; zero before that, and in a process without a host.
    /// With ASP.NET Core the addresses are bound by then.
    /// </summary>
    public TimeSpan StartupTime { get; init; }

    /// <summary>From when the host began to stop to when all its services had stopped; zero before that.</summary>
    public TimeSpan ShutdownTime { get; init; }

    /// <summary>Time since the monitor was made, which with a host is when it was built.</summary>
    public TimeSpan Uptime { get; init; }

    /// <summary>
    /// Physical memory of the process in bytes: the resident set on Linux, the working set elsewhere. It is what a container's memory limit
    /// is held against, and so includes the runtime, native memory and mapped files.
    /// </summary>
    public long MemoryUsage { get; init; }

    /// <summary>Bytes that the garbage collector's heap holds (<see cref="GC.GetTotalMemory"/>, without forcing a collection).</summary>
    public long ManagedMemory { get; init; }

    /// <summary>Operating-system threads of the process, whoever made them.</summary>
    public int ThreadCount { get; init; }

    /// <summary>Threads of the thread pool (<see cref="ThreadPool.ThreadCount"/>).</summary>
    public int ThreadPoolThreadCount { get; init; }

    /// <summary>
    /// Work items that wait for a thread of the pool (<see cref="ThreadPool.PendingWorkItemCount"/>). It grows when the pool is starved.
    /// </summary>
    public long PendingWorkItemCount { get; init; }

    /// <summary>Timers that are due some time (<see cref="Timer.ActiveCount"/>); each delay and timeout of asynchronous code is one.</summary>
    public long TimerCount { get; init; }

    /// <summary>
    /// Hosted services (<c>IHostedService</c>) in the container, without the one of this library. ASP.NET Core's server is one of them.
    /// </summary>
    public int ServiceCount { get; init; }

    /// <summary>
    /// What the process listens at: the addresses that ASP.NET Core's server is bound to, the stand-alone metrics port, and what was added
    /// with <see cref="PerformanceSources.AddTransports"/>.
    /// </summary>
    public int TransportCount { get; init; }

    /// <summary>How often start-up has completed: 1 in a running host, 0 before, and in a process without a host.</summary>
    public long StartCount { get; init; }

    /// <summary>
    /// Calls of monitored operations, code run by <c>ProfileOperation</c> among them, that have begun since the process started. Read from the
    /// operations' own counts, so that it costs nothing per request; an operation called by another one counts as well.
    /// </summary>
    public long RequestCount { get; init; }

    /// <summary>Of <see cref="RequestCount"/>, the calls that ended with an exception other than a cancellation.</summary>
    public long ErrorCount { get; init; }
}
