using System.Diagnostics;
using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Processes;

/// <summary>Processor time and start, on every system.</summary>
internal sealed class ProcessTimes : IProcessPart
{
    private readonly TotalFamily _cpu;

    internal ProcessTimes(ProcessMetrics metrics)
    {
        _cpu = metrics.Total("process_cpu_seconds_total", "Processor time that the process has used, in user and system mode.", "seconds");
        using var process = Process.GetCurrentProcess();
        metrics.Gauge("process_start_time_seconds", "When the process was started, in seconds since 1970.", "seconds")
            .SetAt(0, (process.StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds);
    }

    public void Collect() => _cpu.SetAt(0, Environment.CpuUsage.TotalTime.TotalSeconds);

    public void Dispose()
    {
    }
}
