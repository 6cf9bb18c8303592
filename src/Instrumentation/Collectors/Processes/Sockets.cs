using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Processes;

/// <summary>Sockets of the network namespace, which in a container is the process' own, from <c>/proc/self/net/sockstat</c> and <c>sockstat6</c>.</summary>
internal sealed class Sockets : IProcessPart
{
    private readonly ProcFile _file;
    private readonly ProcFile? _file6;
    private readonly GaugeFamily _tcp;
    private readonly GaugeFamily _udp;

    private Sockets(ProcFile file, ProcessMetrics metrics)
    {
        _file = file;
        _file6 = ProcFile.TryOpen("/proc/self/net/sockstat6");
        _tcp = metrics.Gauge(
            "network_tcp_sockets",
            "TCP sockets of the network namespace: in use, closed by the process but not yet by the other side (orphaned), waiting out stray packets (time_wait).",
            Label.Declared("state", ["in_use", "orphaned", "time_wait"], hasNone: false, hasOther: false));
        _udp = metrics.Gauge("network_udp_sockets", "UDP sockets of the network namespace that are in use.");
    }

    internal static Sockets? TryStart(ProcessMetrics metrics) =>
        ProcFile.TryOpen("/proc/self/net/sockstat") is { } file && !ProcText.Line(file.Read(), "TCP:"u8).IsEmpty ? new Sockets(file, metrics) : null;

    public void Collect()
    {
        var text = _file.Read();
        var tcp = ProcText.Line(text, "TCP:"u8);
        var text6 = _file6 is null ? [] : _file6.Read();
        if (ProcText.TryFind(tcp, "inuse"u8, out var inUse) && ProcText.TryFind(tcp, "orphan"u8, out var orphaned) && ProcText.TryFind(tcp, "tw"u8, out var waiting))
        {
            ProcText.TryFind(ProcText.Line(text6, "TCP6:"u8), "inuse"u8, out var inUse6);
            _tcp.SetAt(0, inUse + inUse6);
            _tcp.SetAt(1, orphaned);
            _tcp.SetAt(2, waiting);
        }

        if (ProcText.TryFind(ProcText.Line(text, "UDP:"u8), "inuse"u8, out var udp))
        {
            ProcText.TryFind(ProcText.Line(text6, "UDP6:"u8), "inuse"u8, out var udp6);
            _udp.SetAt(0, udp + udp6);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _file6?.Dispose();
    }
}
