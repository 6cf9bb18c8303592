using Instrumentation.Hooks;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Instrumentation.Tests.Monitoring;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Tests.Hooks;

public sealed class BuiltInHookTests
{
    private static readonly PerformanceSnapshot s_snapshot = new()
    {
        Timestamp = DateTimeOffset.UnixEpoch,
        StartupTime = TimeSpan.FromSeconds(2),
        Uptime = TimeSpan.FromSeconds(90),
        MemoryUsage = 1000,
        ManagedMemory = 500,
        ThreadCount = 12,
        ThreadPoolThreadCount = 4,
        PendingWorkItemCount = 3,
        TimerCount = 5,
        ServiceCount = 6,
        TransportCount = 7,
        StartCount = 1,
        RequestCount = 20,
        ErrorCount = 8,
    };

    [Fact]
    public async Task LoggingHookWritesOneLineAnEvent()
    {
        using var log = new RecordingLog();
        await new LoggingHook(log.For<LoggingHook>()).OnEventAsync(Event("round_won"), CancellationToken.None);

        Assert.Equal([(LogLevel.Information, "Event round_won: up 00:01:30, 1000 bytes, 12 threads, 20 requests, 8 errors")], log.Lines);
    }

    [Fact]
    public async Task MetricsHookShowsTheSnapshot()
    {
        var registry = new InstrumentRegistry();
        await new MetricsHook(registry).OnEventAsync(Event("tick"), CancellationToken.None);

        using var shown = registry.Snapshot();
        (string, double)[] expected =
        [
            ("server_uptime_seconds", 90), ("server_startup_seconds", 2), ("server_memory_bytes", 1000), ("server_managed_memory_bytes", 500),
            ("server_threads", 12), ("server_threadpool_threads", 4), ("server_threadpool_pending_items", 3), ("server_timers", 5),
            ("server_services", 6), ("server_transports", 7), ("server_starts_total", 1),
        ];
        Assert.All(expected, metric => Assert.Equal(metric.Item2, shown.Value(metric.Item1)));
    }

    [Fact]
    public async Task RequestsAndErrorsAreNotCountedTwiceByASecondHook()
    {
        await using var test = new TestMonitor();
        test.Monitor.ProfileOperation("fine", static () => { });
        Assert.Throws<InvalidOperationException>(() => test.Monitor.ProfileOperation("bad", (Action)(static () => throw new InvalidOperationException())));
        foreach (var hook in (MetricsHook[])[new(test.Registry), new(test.Registry)])
        {
            var snapshot = test.Monitor.GetSnapshot() with { StartCount = 1 };
            await hook.OnEventAsync(new PerformanceEvent("tick", snapshot.Timestamp, snapshot), CancellationToken.None);
            await hook.OnEventAsync(new PerformanceEvent("tick", snapshot.Timestamp, snapshot), CancellationToken.None);
        }

        Assert.Equal(2, test.Value("server_requests_total"));
        Assert.Equal(1, test.Value("server_errors_total"));
        Assert.Equal(2, test.Value("server_starts_total"));
    }

    private static PerformanceEvent Event(string name) => new(name, s_snapshot.Timestamp, s_snapshot);
}
