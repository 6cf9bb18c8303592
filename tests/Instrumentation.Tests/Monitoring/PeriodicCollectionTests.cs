using System.Collections.Concurrent;
using Instrumentation.Hooks;
using Instrumentation.Monitoring;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Tests.Monitoring;

public sealed class PeriodicCollectionTests : IAsyncDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);
    private readonly TestMonitor _test = new();

    private double Ticks => _test.Value("instrumentation_events_total", ("event", PerformanceEvents.MetricsCollection)) ?? 0;

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public async Task EachIntervalRecordsOneEvent()
    {
        _test.Monitor.StartPeriodicCollection(s_interval);
        Assert.Equal(0, Ticks);
        for (var tick = 1; tick <= 3; tick++)
        {
            _test.Time.Advance(s_interval);
            await Wait.UntilAsync(() => Ticks == tick, $"tick {tick}");
        }
    }

    [Fact]
    public async Task TicksThatNobodyCouldWorkOnAreSkipped()
    {
        // The clock holds the collector inside a tick; meanwhile five more pass.
        var hook = _test.Monitor.AddHook("watcher", static _ => { });
        using var held = new HeldClock(_test.Time);
        await using var monitor = new PerformanceMonitor(new PerformanceMonitorOptions { Registry = _test.Registry, TimeProvider = held });
        using var second = monitor.AddHook("second", static _ => { });
        monitor.StartPeriodicCollection(s_interval);

        held.Hold();
        var first = Task.Run(() => _test.Time.Advance(s_interval)); // The tick may be worked on by the very thread that moves the clock.
        await held.IsEntered.Soon();
        for (var i = 0; i < 5; i++)
        {
            _test.Time.Advance(s_interval);
        }

        held.Release();
        await first.Soon();
        await Wait.UntilAsync(() => Ticks == 2, "the tick that was worked on and one for all that passed meanwhile");
        _test.Time.Advance(s_interval);
        await Wait.UntilAsync(() => Ticks >= 3, "the next tick in its turn");
        Assert.Equal(3, Ticks);
        hook.Dispose();
    }

    [Fact]
    public async Task ExceptionIsCountedAndLoggedAndTheNextTickComes()
    {
        using var hook = _test.Monitor.AddHook("watcher", static _ => { });
        _test.Monitor.StartPeriodicCollection(s_interval);
        _test.Time.Failure = new InvalidOperationException("no time");
        _test.Time.Advance(s_interval);
        await Wait.UntilAsync(() => _test.Log.At(LogLevel.Error).Length == 1, "the failure in the log");
        _test.Time.Failure = null;
        Assert.Equal(1, _test.Value("instrumentation_periodic_collection_failures_total"));

        _test.Time.Advance(s_interval);
        await Wait.UntilAsync(() => Ticks == 2, "the tick after the failure");
        Assert.Equal(1, _test.Value("instrumentation_periodic_collection_failures_total"));
    }

    [Fact]
    public async Task CancellationEndsItAndItsTimer()
    {
        using var cancellation = new CancellationTokenSource();
        _test.Monitor.StartPeriodicCollection(s_interval, cancellation.Token);
        Assert.Equal(1, _test.Time.PendingTimers);

        await cancellation.CancelAsync();
        await Wait.UntilAsync(() => _test.Time.PendingTimers == 0, "the timer is gone");
        _test.Time.Advance(s_interval);
        Assert.Equal(0, Ticks);
    }

    [Fact]
    public async Task DisposeEndsAllCollections()
    {
        _test.Monitor.StartPeriodicCollection(s_interval);
        _test.Monitor.StartPeriodicCollection(s_interval);
        await _test.Monitor.DisposeAsync();

        Assert.Equal(0, _test.Time.PendingTimers);
        Assert.Throws<ObjectDisposedException>(() => _test.Monitor.StartPeriodicCollection(s_interval));
    }

    [Fact]
    public async Task HooksDoNotSeeTheAmbientStateOfWhoStartedIt()
    {
        var ambient = new AsyncLocal<string>();
        var seen = new ConcurrentQueue<string?>();
        ambient.Value = "a request";
        using var hook = _test.Monitor.AddHook("watcher", _ => seen.Enqueue(ambient.Value));
        _test.Monitor.StartPeriodicCollection(s_interval);
        _test.Monitor.RecordEvent("direct");
        _test.Time.Advance(s_interval);

        await Wait.UntilAsync(() => seen.Count == 2, "both events");
        Assert.All(seen, Assert.Null);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(50)]
    public void IntervalOutOfRangeIsRefused(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _test.Monitor.StartPeriodicCollection(TimeSpan.FromDays(days)));

    /// <summary>Passes on another clock, and can hold whoever asks for the time of day.</summary>
    private sealed class HeldClock(TimeProvider inner) : TimeProvider, IDisposable
    {
        private readonly ManualResetEventSlim _open = new(true);
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task IsEntered => _entered.Task;

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override DateTimeOffset GetUtcNow()
        {
            if (!_open.IsSet)
            {
                _entered.TrySetResult();
                _open.Wait();
            }

            return inner.GetUtcNow();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            inner.CreateTimer(callback, state, dueTime, period);

        public void Dispose() => _open.Dispose();

        internal void Hold() => _open.Reset();

        internal void Release() => _open.Set();
    }
}
