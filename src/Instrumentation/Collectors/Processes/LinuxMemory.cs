using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Processes;

/// <summary>Memory, threads and page faults, from <c>/proc/self/stat</c>.</summary>
internal sealed class LinuxMemory : IProcessPart
{
    private readonly ProcFile _file;
    private readonly GaugeFamily _resident;
    private readonly GaugeFamily _virtual;
    private readonly GaugeFamily _threads;
    private readonly TotalFamily _faults;

    private LinuxMemory(ProcFile file, ProcessMetrics metrics)
    {
        _file = file;
        _resident = metrics.Gauge("process_resident_memory_bytes", "Physical memory that the process has in use.", "bytes");
        _virtual = metrics.Gauge("process_virtual_memory_bytes", "Address space that the process has reserved.", "bytes");
        _threads = metrics.Gauge("process_threads", "Threads of the process that the kernel knows.");
        _faults = metrics.Total(
            "process_page_faults_total",
            "Page faults of the process: a major one waits for the disk.",
            unit: null,
            Label.Declared("kind", ["minor", "major"], hasNone: false, hasOther: false));
    }

    internal static LinuxMemory? TryStart(ProcessMetrics metrics) =>
        ProcFile.TryOpen(ProcStat.Path) is { } file && ProcStat.TryParse(file.Read(), out _) ? new LinuxMemory(file, metrics) : null;

    public void Collect()
    {
        if (ProcStat.TryParse(_file.Read(), out var stat))
        {
            _resident.SetAt(0, (double)stat.ResidentPages * Environment.SystemPageSize);
            _virtual.SetAt(0, stat.VirtualBytes);
            _threads.SetAt(0, stat.Threads);
            _faults.SetAt(0, stat.MinorFaults);
            _faults.SetAt(1, stat.MajorFaults);
        }
    }

    public void Dispose() => _file.Dispose();
}
