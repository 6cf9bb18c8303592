using System.Diagnostics;
using Instrumentation.Collectors.Processes;

namespace Instrumentation.Monitoring;

/// <summary>Physical memory and threads of this process, cheaply enough to be read at each snapshot.</summary>
internal readonly record struct ProcessReading(long Memory, int Threads)
{
    internal static ProcessReading Take()
    {
        // The Process class reads a directory entry for each thread to count them; the kernel has both numbers in one line.
        using var file = OperatingSystem.IsLinux() ? ProcFile.TryOpen(ProcStat.Path) : null;
        if (file is not null && ProcStat.TryParse(file.Read(), out var stat))
        {
            return new ProcessReading(stat.ResidentPages * Environment.SystemPageSize, (int)stat.Threads);
        }

        // Another system, or a sandbox without /proc.
        using var process = Process.GetCurrentProcess();
        return new ProcessReading(process.WorkingSet64, process.Threads.Count);
    }
}
