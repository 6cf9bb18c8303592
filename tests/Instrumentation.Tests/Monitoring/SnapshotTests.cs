namespace Instrumentation.Tests.Monitoring;

public sealed class SnapshotTests : IAsyncDisposable
{
    private readonly TestMonitor _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public void ProcessIsDescribed()
    {
        var snapshot = _test.Monitor.GetSnapshot();

        Assert.InRange(snapshot.MemoryUsage, 1 << 20, 1L << 40);
        Assert.InRange(snapshot.ManagedMemory, 1, snapshot.MemoryUsage);
        Assert.InRange(snapshot.ThreadCount, 1, 10_000);
        Assert.InRange(snapshot.ThreadPoolThreadCount, 1, 10_000);
        Assert.InRange(snapshot.PendingWorkItemCount, 0, long.MaxValue);
        Assert.InRange(snapshot.TimerCount, 0, long.MaxValue);
    }

    [Fact]
    public void UptimeAndTimestampFollowTheClock()
    {
        _test.Time.Advance(TimeSpan.FromMinutes(3));
        var snapshot = _test.Monitor.GetSnapshot();

        Assert.Equal(TimeSpan.FromMinutes(3), snapshot.Uptime);
        Assert.Equal(_test.Time.GetUtcNow(), snapshot.Timestamp);
    }

    [Fact]
    public void StartAndStopAreRemembered()
    {
        var before = _test.Monitor.GetSnapshot();
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero, 0L), (before.StartupTime, before.ShutdownTime, before.StartCount));

        _test.Monitor.State.MarkStarted(TimeSpan.FromSeconds(2));
        _test.Monitor.State.MarkStopped(TimeSpan.FromSeconds(1));
        var after = _test.Monitor.GetSnapshot();
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), 1L), (after.StartupTime, after.ShutdownTime, after.StartCount));
    }

    [Fact]
    public void RequestsCountFromTheirStartAndErrorsAreFailuresAlone()
    {
        var pending = new TaskCompletionSource();
        _test.Monitor.ProfileOperation("fine", static () => { });
        Assert.Throws<InvalidOperationException>(() => _test.Monitor.ProfileOperation("bad", (Action)(static () => throw new InvalidOperationException())));
        Assert.Throws<OperationCanceledException>(() => _test.Monitor.ProfileOperation("gone", (Action)(static () => throw new OperationCanceledException())));
        _ = _test.Monitor.ProfileOperation("open", () => pending.Task);

        var snapshot = _test.Monitor.GetSnapshot();
        Assert.Equal(4, snapshot.RequestCount);
        Assert.Equal(1, snapshot.ErrorCount);

        pending.SetResult();
        Assert.Equal(4, _test.Monitor.GetSnapshot().RequestCount);
    }

    [Fact]
    public void TransportsAreAskedAtEachSnapshotUntilTakenOut()
    {
        var sockets = 1;
        var removal = _test.Sources.AddTransports(() => sockets);
        using var other = _test.Sources.AddTransports(static () => 10);
        Assert.Equal(11, _test.Monitor.GetSnapshot().TransportCount);

        sockets = 3;
        Assert.Equal(13, _test.Monitor.GetSnapshot().TransportCount);

        removal.Dispose();
        removal.Dispose();
        Assert.Equal(10, _test.Monitor.GetSnapshot().TransportCount);
    }
}
