using System.Diagnostics;
using System.Globalization;
using Instrumentation.Collectors;
using Instrumentation.Collectors.Processes;
using Instrumentation.Metrics;

namespace Instrumentation.Tests.Collectors;

[Collection(Operations.AloneCollection.Name)]
public sealed class ProcessCollectorTests : IDisposable
{
    private readonly InstrumentRegistry _registry = new();
    private readonly ProcessCollector _collector;

    public ProcessCollectorTests()
    {
        _collector = new ProcessCollector(_registry);
        _registry.AddCollector(_collector);
    }

    public void Dispose() => _collector.Dispose();

    [Fact]
    public void TheProcess_AsItsOwnSystemSeesIt()
    {
        using var process = Process.GetCurrentProcess();
        using var snapshot = _registry.Snapshot();

        Assert.Equal(process.StartTime.ToUniversalTime(), DateTime.UnixEpoch.AddSeconds(snapshot.Value("process_start_time_seconds")!.Value), TimeSpan.FromMilliseconds(1));
        Assert.InRange(snapshot.Value("process_cpu_seconds_total")!.Value, 0.01, process.TotalProcessorTime.TotalSeconds + 1);
        Assert.InRange(snapshot.Value("process_resident_memory_bytes")!.Value, process.WorkingSet64 / 2, process.WorkingSet64 * 2);
        Assert.InRange(snapshot.Value("process_virtual_memory_bytes")!.Value, snapshot.Value("process_resident_memory_bytes")!.Value, double.MaxValue);
        Assert.InRange(snapshot.Value("process_threads")!.Value, 2, 10_000);
    }

    [Fact]
    public void OnLinux_FilesDiskSocketsAndNetwork()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /proc.");
        var opened = Enumerable.Range(0, 500).Select(static _ => File.OpenHandle("/proc/self/stat")).ToList();

        using var snapshot = _registry.Snapshot();
        opened.ForEach(static file => file.Dispose());
        using var later = _registry.Snapshot();

        // The runtime may open and close files meanwhile, but not by the hundred.
        Assert.InRange(snapshot.Value("process_open_fds")!.Value - later.Value("process_open_fds")!.Value, 400, 600);
        Assert.InRange(snapshot.Value("process_max_fds")!.Value, snapshot.Value("process_open_fds")!.Value, double.MaxValue);
        Assert.InRange(snapshot.Value("process_page_faults_total", ("kind", "minor"))!.Value, 1, double.MaxValue);
        Assert.NotNull(snapshot.Value("process_disk_io_bytes_total", ("direction", "write")));
        Assert.NotNull(snapshot.Value("network_tcp_sockets", ("state", "time_wait")));
        Assert.NotNull(snapshot.Value("network_io_bytes_total", ("direction", "transmit")));
    }

    [Fact]
    public void OnLinux_ContextSwitchesOfAllThreads()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.Is64BitProcess, "The kernel counts them on 64-bit Linux.");
        var (voluntary, involuntary) = (Total("voluntary_ctxt_switches:"), Total("nonvoluntary_ctxt_switches:"));

        using var snapshot = _registry.Snapshot();

        Assert.InRange(snapshot.Value("process_context_switches_total", ("kind", "voluntary"))!.Value, voluntary, 1e9);
        Assert.InRange(snapshot.Value("process_context_switches_total", ("kind", "involuntary"))!.Value, involuntary, 1e9);

        static long Total(string key) => Directory.GetDirectories("/proc/self/task").Sum(thread => CountOf(Path.Combine(thread, "status"), key));

        static long CountOf(string path, string key)
        {
            try
            {
                return long.Parse(File.ReadLines(path).Single(line => line.StartsWith(key, StringComparison.Ordinal))[key.Length..], CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                return 0; // The thread has ended; what it had counted is in the process' total.
            }
        }
    }

    [Fact]
    public void ACollection_AllocatesNextToNothing()
    {
        Assert.InRange(Allocations.Least(_collector.Collect), 0, 1_000);
    }

    [Fact]
    public void TwoCollectorsOfOneRegistry_ShareTheMetrics()
    {
        using var second = new ProcessCollector(_registry);

        using var snapshot = _registry.Snapshot();
        Assert.Equal(0, snapshot.Value("instrumentation_registration_conflicts_total"));
    }

    [Fact]
    public void TheStatLine_IsReadFromBehindTheCommand()
    {
        Assert.True(ProcStat.TryParse("42 (a) b (c)) S 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25"u8, out var stat));
        Assert.Equal(new ProcStat(MinorFaults: 10, MajorFaults: 12, Threads: 20, VirtualBytes: 23, ResidentPages: 24), stat);
    }

    [Theory]
    [InlineData("")]
    [InlineData("42 (a")]
    [InlineData("42 (a) S 1 2 3")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26")]
    public void AStatLineThatIsCutShort_IsNotRead(string line) => Assert.False(ProcStat.TryParse(System.Text.Encoding.UTF8.GetBytes(line), out _));

    [Theory]
    [InlineData("read_bytes: 7\n", true, 7)]
    [InlineData("cancelled_read_bytes: 3\nread_bytes:\t 7\n", true, 7)]
    [InlineData("cancelled_read_bytes: 3\n", false, 0)]
    [InlineData("read_bytes: seven", false, 0)]
    public void AKey_IsFoundWhole(string text, bool found, long expected)
    {
        Assert.Equal(found, ProcText.TryFind(System.Text.Encoding.UTF8.GetBytes(text), "read_bytes:"u8, out var number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("Limit                     Soft Limit           Hard Limit           Units\nMax open files            1024                 4096                 files\n", true, 1024)]
    [InlineData("Max open files            unlimited            unlimited            files\n", false, 0)]
    public void TheLimitOfFiles_IsTheSoftOne(string text, bool found, long expected)
    {
        Assert.Equal(found, FileDescriptors.TryReadLimit(System.Text.Encoding.UTF8.GetBytes(text), out var limit));
        Assert.Equal(expected, limit);
    }

    [Fact]
    public void NetworkTraffic_IsThatOfAllInterfacesButLoopback()
    {
        var traffic = NetworkTraffic.Sum("""
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                lo: 9999 9 9 9 0 0 0 0 9999 9 9 9 0 0 0 0
              eth0: 1000 10 0 1 0 0 0 0 2000 20 0 2 0 0 0 0
             wlan0:30 1 0 4 0 0 0 0 40 1 0 5 0 0 0 0
            """u8);

        Assert.Equal((1030, 2040, 5, 7), traffic);
    }

    [Theory]
    [InlineData("0::/system.slice/game.service\n", "", "/system.slice/game.service")]
    [InlineData("0::/", "", "")]
    [InlineData("5:cpu,cpuacct:/docker/abc\n0::/\n", "cpu", "/docker/abc")]
    [InlineData("5:cpuset:/x\n", "cpu", "")]
    public void TheControlGroup_OfEitherVersion(string groups, string controller, string path) => Assert.Equal(path, ControlGroup.PathOf(groups, controller));

    [Theory]
    [InlineData("150000 100000", 1.5)]
    [InlineData("max 100000", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void TheProcessorLimit_IsQuotaByPeriod(string? text, double? expected) => Assert.Equal(expected, ControlGroup.ParseCpuMax(text));
}
