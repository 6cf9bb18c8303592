using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Processes;

/// <summary>What the process has caused to be read from and written to storage, from <c>/proc/self/io</c>.</summary>
internal sealed class DiskTraffic : IProcessPart
{
    private readonly ProcFile _file;
    private readonly TotalFamily _bytes;

    private DiskTraffic(ProcFile file, ProcessMetrics metrics)
    {
        _file = file;
        _bytes = metrics.Total(
            "process_disk_io_bytes_total",
            "Bytes that the process has caused to be read from and written to storage; what the page cache answers is not counted.",
            "bytes",
            Label.Declared("direction", ["read", "write"], hasNone: false, hasOther: false));
    }

    internal static DiskTraffic? TryStart(ProcessMetrics metrics) =>
        ProcFile.TryOpen("/proc/self/io") is { } file && ProcText.TryFind(file.Read(), "read_bytes:"u8, out _) ? new DiskTraffic(file, metrics) : null;

    public void Collect()
    {
        var text = _file.Read();
        if (ProcText.TryFind(text, "read_bytes:"u8, out var read) && ProcText.TryFind(text, "write_bytes:"u8, out var written))
        {
            _bytes.SetAt(0, read);
            _bytes.SetAt(1, written);
        }
    }

    public void Dispose() => _file.Dispose();
}
