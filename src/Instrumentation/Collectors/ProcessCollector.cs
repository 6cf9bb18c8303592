using Instrumentation.Collectors.Processes;
using Instrumentation.Metrics;

namespace Instrumentation.Collectors;

/// <summary>
/// The process as the operating system sees it: processor time, memory, threads, context switches, file descriptors, disk, sockets and network, the container's limits. On Linux from <c>/proc</c>
/// and control groups, elsewhere what .NET knows; what cannot be read is left out.
/// </summary>
/// <remarks>Added to the default registry by <c>AddInstrumentation</c>. A collection takes a few hundred microseconds on Linux, most of them in the kernel. <see cref="Dispose"/> it after it was removed from the registry.</remarks>
public sealed class ProcessCollector : ICollector, IDisposable
{
    private readonly IProcessPart[] _parts;

    /// <summary>Registers the metrics.</summary>
    /// <param name="registry">Where they are shown.</param>
    public ProcessCollector(InstrumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var metrics = new ProcessMetrics(registry);
        IProcessPart?[] parts =
        [
            new ProcessTimes(metrics),
            LinuxMemory.TryStart(metrics) ?? (IProcessPart)new OtherMemory(metrics),
            ContextSwitches.TryStart(metrics),
            FileDescriptors.TryStart(metrics),
            DiskTraffic.TryStart(metrics),
            Sockets.TryStart(metrics),
            NetworkTraffic.TryStart(metrics),
            ControlGroup.TryStart(metrics),
        ];
        _parts = [.. parts.OfType<IProcessPart>()];
    }

    /// <inheritdoc/>
    public string Name => "process";

    /// <inheritdoc/>
    public void Collect()
    {
        foreach (var part in _parts)
        {
            part.Collect();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in _parts)
        {
            part.Dispose();
        }
    }
}
