using Instrumentation.Games.Derived;

namespace Instrumentation.Games.Resources;

/// <summary>What the process takes of the machine, read at each scrape.</summary>
internal static partial class ResourceMetrics
{
    private static readonly Lock s_gate = new();
    private static readonly SlidingWindow s_memory = new(Windows.Long, Clock.Now, whole: ProcessMemory.Read().Resident);
    private static readonly SlidingWindow s_processor = new(Windows.Cpu, Clock.Now, whole: Environment.CpuUsage.TotalTime.TotalSeconds);

    // What the container or the machine allows, which is what the garbage collector goes by. Asked once: the answer is an object each time.
    private static readonly long s_available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    [GameMetric(MetricKind.Gauge, "memory_growth_rate", Help = "Bytes by which the resident memory grows in an hour, by the last hour.")]
    internal static double MemoryGrowth
    {
        get
        {
            lock (s_gate)
            {
                return s_memory.Advance(Clock.Now, 0, ProcessMemory.Read().Resident).PerHour;
            }
        }
    }

    [GameMetric(MetricKind.Gauge, "memory_usage_ratio", Help = "Resident memory as a share of what the process may use.")]
    internal static double MemoryUsage => Ratio.Of(ProcessMemory.Read().Resident, s_available);

    [GameMetric(MetricKind.Gauge, "cpu_usage_ratio", Help = "Processor time of the last minute as a share of what all processors had to give.")]
    internal static double ProcessorUsage
    {
        get
        {
            lock (s_gate)
            {
                var used = s_processor.Advance(Clock.Now, 0, Environment.CpuUsage.TotalTime.TotalSeconds);
                return used.Time > TimeSpan.Zero ? used.Whole / used.Time.TotalSeconds / Environment.ProcessorCount : 0;
            }
        }
    }

    [GameMetric(MetricKind.Gauge, "threads_active", Help = "Threads of the thread pool.")]
    internal static int Threads => ThreadPool.ThreadCount;

    [GameMetric(MetricKind.Gauge, "tasks_pending", Help = "Work items that wait for a thread of the pool.")]
    internal static long PendingTasks => ThreadPool.PendingWorkItemCount;

    [GameMetric(MetricKind.Gauge, "uptime_seconds", Help = "Time since the process began to measure.")]
    internal static TimeSpan Uptime => Clock.Now;
}
