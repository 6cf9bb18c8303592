using System.Runtime.InteropServices;
using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Processes;

/// <summary>
/// How often threads left a processor, from <c>getrusage</c>. Not from <c>/proc/self/status</c>, which counts those of the main thread alone.
/// </summary>
internal sealed partial class ContextSwitches : IProcessPart
{
    /// <summary>The process with all its threads, those that have ended too.</summary>
    private const int Self = 0;

    /// <summary>In the kernel's structure of longs, after two times of two and twelve counts of something else.</summary>
    private const int Voluntary = 16;
    private const int Involuntary = 17;

    /// <summary>More longs than any C library has: that of Alpine keeps 16 behind the kernel's 18 for itself.</summary>
    private const int Longs = 64;

    private readonly TotalFamily _switches;

    private ContextSwitches(ProcessMetrics metrics) => _switches = metrics.Total(
        "process_context_switches_total",
        "How often threads of the process left a processor: to wait (voluntary), or because others wanted it (involuntary).",
        unit: null,
        Label.Declared("kind", ["voluntary", "involuntary"], hasNone: false, hasOther: false));

    internal static ContextSwitches? TryStart(ProcessMetrics metrics)
    {
        // A long is a long of the kernel on these only.
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return null;
        }

        try
        {
            return TryRead(out _, out _) ? new ContextSwitches(metrics) : null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    public void Collect()
    {
        if (TryRead(out var voluntary, out var involuntary))
        {
            _switches.SetAt(0, voluntary);
            _switches.SetAt(1, involuntary);
        }
    }

    public void Dispose()
    {
    }

    private static bool TryRead(out long voluntary, out long involuntary)
    {
        Span<long> usage = stackalloc long[Longs];
        var isRead = GetUsage(Self, ref usage[0]) == 0;
        (voluntary, involuntary) = (usage[Voluntary], usage[Involuntary]);
        return isRead;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref long usage);
}
