using System.Collections.Concurrent;
using Instrumentation.Hooks;
using Instrumentation.Monitoring;
using Instrumentation.Tests.Monitoring;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Tests.Hooks;

public sealed class HookTests
{
    [Fact]
    public async Task HookSeesEventsOneByOneInTheirOrder()
    {
        await using var test = new TestMonitor(new HookOptions { QueueCapacity = 10_000 });
        var seen = new List<string>();
        var running = 0;
        using var hook = test.Monitor.AddHook("watcher", async e =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            await Task.Yield();
            seen.Add(e.Name);
            Interlocked.Decrement(ref running);
        });
        var names = Enumerable.Range(0, 1_000).Select(static i => $"event_{i}").ToArray();
        foreach (var name in names)
        {
            test.Monitor.RecordEvent(name);
        }

        await test.Monitor.DrainAsync().Soon();
        Assert.Equal(names, seen);
        Assert.Equal(0, test.Failures("watcher"));
    }

    [Fact]
    public async Task SnapshotIsNeverOlderThanItsEvent()
    {
        await using var test = new TestMonitor(new HookOptions { QueueCapacity = 10_000 });
        var seen = new List<(string Name, long Requests)>();
        using var hook = test.Monitor.AddHook("watcher", e => seen.Add((e.Name, e.Snapshot.RequestCount)));
        for (var i = 1; i <= 200; i++)
        {
            test.Monitor.ProfileOperation("work", static () => { });
            test.Monitor.RecordEvent(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        await test.Monitor.DrainAsync().Soon();
        Assert.Equal(200, seen.Count);
        Assert.All(seen, static e => Assert.True(e.Requests >= int.Parse(e.Name, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task HookThatThrowsIsCountedAndLoggedOnceAMinuteAndGoesOn()
    {
        await using var test = new TestMonitor();
        var other = new ConcurrentQueue<string>();
        using var bad = test.Monitor.AddHook("bad", (Action<PerformanceEvent>)(static _ => throw new InvalidOperationException("broken")));
        using var late = test.Monitor.AddHook("late", static async _ =>
        {
            await Task.Yield();
            throw new TimeoutException("its own, not ours");
        });
        using var good = test.Monitor.AddHook("good", e => other.Enqueue(e.Name));
        test.Monitor.RecordEvent("one");
        test.Monitor.RecordEvent("two");
        test.Monitor.RecordEvent("three");

        await test.Monitor.DrainAsync().Soon();
        Assert.Equal(["one", "two", "three"], other);
        Assert.Equal(3, test.Failures("bad"));
        Assert.Equal(3, test.Failures("late"));
        Assert.Equal((0, 0, 0), (test.Drops("bad"), test.Drops("late"), test.Failures("good")));
        Assert.Equal(2, test.Log.At(LogLevel.Error).Length);
        Assert.Single(test.Log.At(LogLevel.Error), static line => line.Contains("'bad' failed on event 'one'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HookThatHangsIsGivenUpMissesEventsAndComesBack()
    {
        await using var test = new TestMonitor(new HookOptions { Timeout = TimeSpan.FromSeconds(5) });
        var release = new ManualResetEventSlim();
        var calls = new ConcurrentQueue<string>();
        var other = new ConcurrentQueue<string>();
        var token = CancellationToken.None;
        using var hanging = test.Monitor.AddHook("hanging", (e, cancellation) =>
        {
            calls.Enqueue(e.Name);
            if (e.Name == "one")
            {
                token = cancellation;
                release.Wait(CancellationToken.None);
            }

            return Task.CompletedTask;
        });
        var mayReturn = new TaskCompletionSource();
        using var good = test.Monitor.AddHook("good", async e =>
        {
            await mayReturn.Task;
            other.Enqueue(e.Name);
        });

        test.Monitor.RecordEvent("one");
        await Wait.UntilAsync(() => calls.Count == 1 && test.Time.PendingTimers == 2, "both hooks have been called, and their time runs");
        mayReturn.SetResult();
        await Wait.UntilAsync(() => other.Count == 1 && test.Time.PendingTimers == 1, "the hook hangs, the other has returned");
        Assert.False(token.IsCancellationRequested);
        test.Time.Advance(TimeSpan.FromSeconds(5));
        await Wait.UntilAsync(() => test.Drops("hanging") == 1 && token.IsCancellationRequested, "the call is given up");

        test.Monitor.RecordEvent("two");
        await Wait.UntilAsync(() => test.Drops("hanging") == 2 && other.Count == 2, "the next event is missed, by this hook alone");
        Assert.Single(calls);

        release.Set();
        await Wait.UntilAsync(
            () =>
            {
                test.Monitor.RecordEvent("three");
                return calls.Contains("three");
            },
            "the hook is called again");
        Assert.Equal(0, test.Failures("hanging"));
        Assert.Equal(0, test.Drops("good"));
        Assert.Contains(test.Log.At(LogLevel.Error), static line => line.Contains("'hanging' did not return within", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RecordingGoesOnWhileAHookIsStuckAndItsQueueIsFull()
    {
        await using var test = new TestMonitor(new HookOptions { QueueCapacity = 4 });
        using var release = new ManualResetEventSlim();
        var entered = new TaskCompletionSource();
        var hook = test.Monitor.AddHook("stuck", _ =>
        {
            entered.TrySetResult();
            release.Wait();
        });
        test.Monitor.RecordEvent("first");
        await entered.Task.Soon();

        // One that is being handled, four that wait; were recording to block, this would never come to its end.
        for (var i = 0; i < 100; i++)
        {
            test.Monitor.RecordEvent("more");
        }

        Assert.Equal(96, test.Drops("stuck"));
        Assert.Single(test.Log.At(LogLevel.Warning));
        Assert.Equal(100, test.Value("instrumentation_events_total", ("event", "more")));
        release.Set();
        hook.Dispose();
    }

    [Fact]
    public async Task RemovedHookIsCancelledAndCalledNoMore()
    {
        await using var test = new TestMonitor();
        var calls = 0;
        var entered = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var hook = test.Monitor.AddHook("leaving", async (_, cancellation) =>
        {
            Interlocked.Increment(ref calls);
            using var registration = cancellation.Register(() => cancelled.TrySetResult());
            entered.TrySetResult();
            await cancelled.Task;
        });
        test.Monitor.RecordEvent("one");
        test.Monitor.RecordEvent("waits");
        await entered.Task.Soon();

        hook.Dispose();
        await cancelled.Task.Soon();
        var after = new TaskCompletionSource();
        using var next = test.Monitor.AddHook("next", _ => { after.TrySetResult(); });
        test.Monitor.RecordEvent("two");
        await after.Task.Soon();
        Assert.Equal(1, calls);
        Assert.Equal((0, 0), (test.Failures("leaving"), test.Drops("leaving")));
        hook.Dispose();
    }

    [Fact]
    public async Task DisposeEndsWorkersEvenOfAHookThatIgnoresItsToken()
    {
        var test = new TestMonitor();
        using var release = new ManualResetEventSlim();
        var entered = new TaskCompletionSource();
        test.Monitor.AddHook("deaf", _ =>
        {
            entered.TrySetResult();
            release.Wait();
        });
        test.Monitor.RecordEvent("one");
        await entered.Task.Soon();

        await test.Monitor.DisposeAsync().AsTask().Soon();
        await Wait.UntilAsync(() => test.Time.PendingTimers == 0, "the timeout's timer is gone");
        test.Monitor.RecordEvent("after");
        Assert.Equal(1, test.Value("instrumentation_events_total", ("event", "after")));
        Assert.Throws<ObjectDisposedException>(() => test.Monitor.AddHook("new", static _ => { }));
        release.Set();
    }

    [Fact]
    public async Task HookThatThrowsFromItsCancellationCallbackHurtsNobody()
    {
        await using var test = new TestMonitor(new HookOptions { Timeout = TimeSpan.FromSeconds(1) });
        var entered = new TaskCompletionSource();
        var done = new TaskCompletionSource();
        using var hook = test.Monitor.AddHook("nasty", async (_, cancellation) =>
        {
            await using var registration = cancellation.Register(static () => throw new InvalidOperationException("from the callback"));
            entered.TrySetResult();
            await done.Task;
        });
        test.Monitor.RecordEvent("one");
        await entered.Task.Soon();
        await Wait.UntilAsync(() => test.Time.PendingTimers == 1, "the timeout runs");
        test.Time.Advance(TimeSpan.FromSeconds(1));
        await Wait.UntilAsync(() => test.Drops("nasty") == 1, "the call is given up");

        done.SetResult();
        await test.Monitor.DrainAsync().Soon();
    }

    [Fact]
    public async Task CountersOfAHookAreThereBeforeItsFirstFailure()
    {
        await using var test = new TestMonitor();
        using var hook = test.Monitor.AddHook(new Unnamed());
        Assert.Equal((0, 0), (test.Failures(nameof(Unnamed)), test.Drops(nameof(Unnamed))));
    }

    private sealed class Unnamed : IPerformanceHook
    {
        public ValueTask OnEventAsync(PerformanceEvent performanceEvent, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
