using Instrumentation.Operations;

namespace Instrumentation.Monitoring;

/// <summary>Takes snapshots, and holds the few of their numbers that somebody has to remember.</summary>
internal sealed class ServerState(OperationCatalog operations, PerformanceSources sources, TimeProvider time)
{
    private readonly long _made = time.GetTimestamp();
    private long _startup;
    private long _shutdown;
    private long _starts;

    internal void MarkStarted(TimeSpan startup)
    {
        Volatile.Write(ref _startup, startup.Ticks);
        Interlocked.Increment(ref _starts);
    }

    internal void MarkStopped(TimeSpan shutdown) => Volatile.Write(ref _shutdown, shutdown.Ticks);

    internal PerformanceSnapshot Take()
    {
        var process = ProcessReading.Take();
        var totals = OperationTotals.Read(operations);
        return new PerformanceSnapshot
        {
            Timestamp = time.GetUtcNow(),
            StartupTime = new TimeSpan(Volatile.Read(ref _startup)),
            ShutdownTime = new TimeSpan(Volatile.Read(ref _shutdown)),
            Uptime = time.GetElapsedTime(_made),
            MemoryUsage = process.Memory,
            ManagedMemory = GC.GetTotalMemory(forceFullCollection: false),
            ThreadCount = process.Threads,
            ThreadPoolThreadCount = ThreadPool.ThreadCount,
            PendingWorkItemCount = ThreadPool.PendingWorkItemCount,
            TimerCount = Timer.ActiveCount,
            ServiceCount = sources.Services(),
            TransportCount = sources.TransportCount,
            StartCount = Volatile.Read(ref _starts),
            RequestCount = totals.Calls,
            ErrorCount = totals.Failures,
        };
    }
}
