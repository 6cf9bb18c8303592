using System.Text;
using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Processes;

/// <summary>The limits that a container sets, of control groups version 2 or 1, and how often the process was held up by them.</summary>
internal sealed class ControlGroup : IProcessPart
{
    private const string Root = "/sys/fs/cgroup";

    /// <summary>Version 1 writes "no limit" as the greatest number of whole pages.</summary>
    private const long Unlimited = 1L << 60;

    private readonly ProcFile _stat;
    private readonly TotalFamily _throttled;
    private readonly bool _inNanoseconds;

    private ControlGroup(ProcFile stat, bool inNanoseconds, ProcessMetrics metrics)
    {
        _stat = stat;
        _inNanoseconds = inNanoseconds;
        _throttled = metrics.Total("container_cpu_throttled_seconds_total", "Time that the container's threads were kept waiting by its processor limit.", "seconds");
    }

    /// <summary>Shows the limits, which a running container keeps, and follows what they cost.</summary>
    internal static ControlGroup? TryStart(ProcessMetrics metrics)
    {
        var groups = TryRead("/proc/self/cgroup") ?? "";
        if (MemoryLimit(groups) is { } memory)
        {
            metrics.Gauge("container_memory_limit_bytes", "The memory that the container may use.", "bytes").SetAt(0, memory);
        }

        if (CpuLimit(groups) is not { } cpus)
        {
            return null;
        }

        metrics.Gauge("container_cpu_limit_cores", "The processors that the container may use, in parts of one.").SetAt(0, cpus);
        var inNanoseconds = false;
        var stat = TryOpen(groups, "", "cpu.stat");
        if (stat is null)
        {
            inNanoseconds = true;
            stat = TryOpen(groups, "cpu", "cpu.stat");
        }

        return stat is null ? null : new ControlGroup(stat, inNanoseconds, metrics);
    }

    public void Collect()
    {
        var text = _stat.Read();
        if (_inNanoseconds ? ProcText.TryFind(text, "throttled_time"u8, out var time) : ProcText.TryFind(text, "throttled_usec"u8, out time))
        {
            _throttled.SetAt(0, time / (_inNanoseconds ? 1e9 : 1e6));
        }
    }

    public void Dispose() => _stat.Dispose();

    /// <summary>The path of the process' group for a controller of version 1, or of version 2 when the name is empty.</summary>
    internal static string PathOf(string groups, string controller)
    {
        foreach (var line in groups.Split('\n'))
        {
            var parts = line.Split(':', 3);
            if (parts.Length == 3 && (controller.Length == 0 ? parts[0] == "0" && parts[1].Length == 0 : parts[1].Split(',').Contains(controller)))
            {
                return parts[2].TrimEnd('/');
            }
        }

        return "";
    }

    /// <summary>Reads <c>cpu.max</c>: quota and period in microseconds, or <c>max</c>.</summary>
    internal static double? ParseCpuMax(string? text) =>
        text?.Split(' ') is [var quota, var period, ..] && double.TryParse(quota, out var allowed) && double.TryParse(period, out var of) && of > 0 ? allowed / of : null;

    private static double? MemoryLimit(string groups)
    {
        var text = TryRead(groups, "", "memory.max") ?? TryRead(groups, "memory", "memory.limit_in_bytes");
        return long.TryParse(text, out var limit) && limit < Unlimited ? limit : null;
    }

    private static double? CpuLimit(string groups) =>
        ParseCpuMax(TryRead(groups, "", "cpu.max"))
        ?? (double.TryParse(TryRead(groups, "cpu", "cpu.cfs_quota_us"), out var quota) && quota > 0
            && double.TryParse(TryRead(groups, "cpu", "cpu.cfs_period_us"), out var period) && period > 0
                ? quota / period
                : null);

    /// <summary>Inside a container the group is mounted as the root; outside it lies below it.</summary>
    private static IEnumerable<string> Candidates(string groups, string controller, string file) =>
        [$"{Root}/{controller}{PathOf(groups, controller)}/{file}", $"{Root}/{controller}/{file}"];

    private static ProcFile? TryOpen(string groups, string controller, string file) =>
        Candidates(groups, controller, file).Select(ProcFile.TryOpen).FirstOrDefault(static opened => opened is not null);

    private static string? TryRead(string groups, string controller, string file) =>
        Candidates(groups, controller, file).Select(TryRead).FirstOrDefault(static text => text is not null);

    private static string? TryRead(string path)
    {
        using var file = ProcFile.TryOpen(path);
        return file is null ? null : Encoding.UTF8.GetString(file.Read()).TrimEnd();
    }
}
