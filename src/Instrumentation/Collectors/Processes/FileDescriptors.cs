using System.IO.Enumeration;
using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Processes;

/// <summary>Open file descriptors, sockets among them, and how many there may be.</summary>
internal sealed class FileDescriptors : IProcessPart
{
    private const string Folder = "/proc/self/fd";
    private const string Limits = "/proc/self/limits";

    private static readonly EnumerationOptions s_all = new() { AttributesToSkip = 0, ReturnSpecialDirectories = false };
    private readonly GaugeFamily _open;
    private readonly GaugeFamily? _limit;
    private readonly ProcFile? _limits;

    private FileDescriptors(ProcessMetrics metrics)
    {
        _open = metrics.Gauge("process_open_fds", "File descriptors that the process has open: files, sockets, pipes.");
        _limits = ProcFile.TryOpen(Limits);
        if (_limits is not null && TryReadLimit(_limits.Read(), out _))
        {
            _limit = metrics.Gauge("process_max_fds", "The most file descriptors that the process may have open.");
        }
    }

    internal static FileDescriptors? TryStart(ProcessMetrics metrics) => Directory.Exists(Folder) ? new FileDescriptors(metrics) : null;

    public void Collect()
    {
        var count = 0;

        // Counted as the kernel names them, without a string for each: a game server holds a socket for every player.
        foreach (var _ in new FileSystemEnumerable<bool>(Folder, static (ref _) => true, s_all))
        {
            count++;
        }

        // One of them is the enumeration's own.
        _open.SetAt(0, Math.Max(0, count - 1));
        if (_limit is not null && TryReadLimit(_limits!.Read(), out var limit))
        {
            _limit.SetAt(0, limit);
        }
    }

    public void Dispose() => _limits?.Dispose();

    /// <summary>The soft limit: the hard one is what the process could ask for. None is shown where it is unlimited.</summary>
    internal static bool TryReadLimit(ReadOnlySpan<byte> limits, out long limit) => ProcText.TryParse(ProcText.Line(limits, "Max open files"u8), out limit);
}
