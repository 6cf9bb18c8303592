using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Processes;

/// <summary>
/// Bytes and dropped packets of the network namespace, which in a container is the process' own, over all interfaces but loopback, from <c>/proc/self/net/dev</c>.
/// </summary>
internal sealed class NetworkTraffic : IProcessPart
{
    private readonly ProcFile _file;
    private readonly TotalFamily _bytes;
    private readonly TotalFamily _drops;

    private NetworkTraffic(ProcFile file, ProcessMetrics metrics)
    {
        _file = file;
        _bytes = metrics.Total("network_io_bytes_total", "Bytes that the interfaces of the network namespace, loopback left out, have received and transmitted.", "bytes", Direction());
        _drops = metrics.Total("network_dropped_packets_total", "Packets that the interfaces of the network namespace, loopback left out, have dropped.", unit: null, Direction());
    }

    internal static NetworkTraffic? TryStart(ProcessMetrics metrics) =>
        ProcFile.TryOpen("/proc/self/net/dev") is { } file && file.Read().IndexOf("|"u8) > 0 ? new NetworkTraffic(file, metrics) : null;

    public void Collect()
    {
        var traffic = Sum(_file.Read());
        _bytes.SetAt(0, traffic.Received);
        _bytes.SetAt(1, traffic.Transmitted);
        _drops.SetAt(0, traffic.ReceivedDrops);
        _drops.SetAt(1, traffic.TransmittedDrops);
    }

    public void Dispose() => _file.Dispose();

    /// <summary>A line is the interface, a colon, 8 columns of what was received and 8 of what was transmitted; bytes are the first, drops the fourth.</summary>
    internal static (long Received, long Transmitted, long ReceivedDrops, long TransmittedDrops) Sum(ReadOnlySpan<byte> text)
    {
        var (received, transmitted, receivedDrops, transmittedDrops) = (0L, 0L, 0L, 0L);
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range];
            var colon = line.IndexOf((byte)':');
            if (colon < 0 || line[..colon].Trim(" "u8).SequenceEqual("lo"u8))
            {
                continue;
            }

            var columns = line[(colon + 1)..];
            received += Column(columns, 0);
            receivedDrops += Column(columns, 3);
            transmitted += Column(columns, 8);
            transmittedDrops += Column(columns, 11);
        }

        return (received, transmitted, receivedDrops, transmittedDrops);
    }

    private static long Column(ReadOnlySpan<byte> columns, int number) => ProcText.TryParse(ProcText.Word(columns, number), out var value) ? value : 0;

    private static Label Direction() => Label.Declared("direction", ["receive", "transmit"], hasNone: false, hasOther: false);
}
