using System.Diagnostics;
using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Processes;

/// <summary>Memory, threads and handles where there is no <c>/proc</c>: what .NET can ask of every system.</summary>
internal sealed class OtherMemory(ProcessMetrics metrics) : IProcessPart
{
    private readonly GaugeFamily _resident = metrics.Gauge("process_resident_memory_bytes", "Physical memory that the process has in use.", "bytes");
    private readonly GaugeFamily _virtual = metrics.Gauge("process_virtual_memory_bytes", "Address space that the process has reserved.", "bytes");
    private readonly GaugeFamily _threads = metrics.Gauge("process_threads", "Threads of the process that the kernel knows.");
    private readonly GaugeFamily? _handles =
        OperatingSystem.IsWindows() ? metrics.Gauge("process_open_handles", "Handles that the process has open.") : null;

    public void Collect()
    {
        using var process = Process.GetCurrentProcess();
        _resident.SetAt(0, process.WorkingSet64);
        _virtual.SetAt(0, process.VirtualMemorySize64);
        _threads.SetAt(0, process.Threads.Count);
        _handles?.SetAt(0, process.HandleCount);
    }

    public void Dispose()
    {
    }
}
