using System.Runtime.CompilerServices;

namespace Instrumentation.Tests.Monitoring;

public sealed class ProfileOperationTests : IAsyncDisposable
{
    private readonly TestMonitor _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    [Fact]
    public void ActionRunsOnceAndIsCountedOnce()
    {
        var runs = 0;
        _test.Monitor.ProfileOperation("save", () => { runs++; });

        Assert.Equal(1, runs);
        AssertOutcome("save", calls: 1);
    }

    [Fact]
    public void FunctionsResultIsReturned()
    {
        var result = new object();
        Assert.Same(result, _test.Monitor.ProfileOperation("load", () => result));
        AssertOutcome("load", calls: 1);
    }

    [Fact]
    public void ExceptionIsTheSameObjectWithItsStackAndCountsAsFailure()
    {
        var thrown = new InvalidOperationException("no");
        var caught = Assert.Throws<InvalidOperationException>(() => _test.Monitor.ProfileOperation("save", () => Throw(thrown)));

        Assert.Same(thrown, caught);
        Assert.Contains(nameof(Throw), caught.StackTrace, StringComparison.Ordinal);
        AssertOutcome("save", calls: 1, failed: 1);
    }

    [Fact]
    public void FiltersOfTheCallerRunBeforeAnythingIsUnwound()
    {
        var isUnwound = false;
        var wasUnwound = true;
        try
        {
            _test.Monitor.ProfileOperation("save", () =>
            {
                try
                {
                    Throw(new InvalidOperationException());
                }
                finally
                {
                    isUnwound = true;
                }
            });
        }
        catch (InvalidOperationException) when (See())
        {
        }

        Assert.False(wasUnwound);

        bool See()
        {
            wasUnwound = isUnwound;
            return true;
        }
    }

    [Fact]
    public void CancellationIsNoFailure()
    {
        Assert.Throws<OperationCanceledException>(() => _test.Monitor.ProfileOperation("save", () => Throw(new OperationCanceledException())));
        AssertOutcome("save", calls: 1, cancelled: 1);
    }

    [Fact]
    public async Task TaskIsTheVerySameAndCountsWhenItEnds()
    {
        var source = new TaskCompletionSource();
        var task = _test.Monitor.ProfileOperation("send", () => source.Task);

        Assert.Same(source.Task, task);
        Assert.Equal(1, _test.Value("operations_in_flight", ("operation", "send")));
        AssertOutcome("send", calls: 0, inFlight: 1);

        source.SetResult();
        await task;
        AssertOutcome("send", calls: 1);
    }

    [Fact]
    public async Task TaskWithResultIsTheVerySame()
    {
        var source = new TaskCompletionSource<int>();
        var task = _test.Monitor.ProfileOperation("send", () => source.Task);
        Assert.Same(source.Task, task);

        source.SetException(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => task);
        AssertOutcome("send", calls: 1, failed: 1);
    }

    [Fact]
    public async Task AsyncLambdaIsTimedToItsEnd()
    {
        var gate = new TaskCompletionSource();
        var task = _test.Monitor.ProfileOperation("send", async () => await gate.Task);
        AssertOutcome("send", calls: 0, inFlight: 1);

        gate.SetResult();
        await task;
        AssertOutcome("send", calls: 1);
    }

    [Fact]
    public async Task AsyncLambdaWithResultIsTimedToItsEnd()
    {
        var gate = new TaskCompletionSource();
        var task = _test.Monitor.ProfileOperation("send", async () =>
        {
            await gate.Task;
            return 42;
        });
        AssertOutcome("send", calls: 0, inFlight: 1);

        gate.SetResult();
        Assert.Equal(42, await task);
        AssertOutcome("send", calls: 1);
    }

    [Fact]
    public async Task ExceptionBeforeTheTaskIsThrownAndCountedOnce()
    {
        var thrown = new InvalidOperationException();
        var caught = Assert.Throws<InvalidOperationException>(() => { _ = _test.Monitor.ProfileOperation("send", FailAtOnce); });
        Assert.Same(thrown, caught);
        AssertOutcome("send", calls: 1, failed: 1);
        await Task.CompletedTask;

        Task FailAtOnce() => throw thrown;
    }

    [Fact]
    public async Task ValueTasksAreReturnedAndCounted()
    {
        var source = new TaskCompletionSource<int>();
        await _test.Monitor.ProfileOperation("done", static () => ValueTask.CompletedTask);
        var pending = _test.Monitor.ProfileOperation("later", () => new ValueTask<int>(source.Task));
        AssertOutcome("done", calls: 1);
        AssertOutcome("later", calls: 0, inFlight: 1);

        source.SetResult(7);
        Assert.Equal(7, await pending);
        AssertOutcome("later", calls: 1);
    }

    [Fact]
    public async Task ValueTaskThatFailsThrowsTheSameException()
    {
        var thrown = new InvalidOperationException();
        var caught = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await _test.Monitor.ProfileOperation("fail", () => ValueTask.FromException(thrown)));
        Assert.Same(thrown, caught);
        AssertOutcome("fail", calls: 1, failed: 1);
    }

    [Fact]
    public async Task NamesPastTheLimitAreOneOperation()
    {
        await using var test = new TestMonitor(maxProfiledOperations: 2);
        foreach (var name in (string[])["a", "b", "c", "d", "a"])
        {
            test.Monitor.ProfileOperation(name, static () => { });
        }

        Assert.Equal(2, Calls(test, "a"));
        Assert.Equal(1, Calls(test, "b"));
        Assert.Null(Calls(test, "c"));
        Assert.Equal(2, Calls(test, "other"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(Exception exception) => throw exception;

    private static double? Calls(TestMonitor test, string operation)
    {
        using var snapshot = test.Registry.Snapshot();
        return snapshot.Find("operation_duration_seconds", ("operation", operation))?.Count;
    }

    private void AssertOutcome(string operation, long calls, int failed = 0, int cancelled = 0, int inFlight = 0)
    {
        Assert.Equal(calls, Calls(_test, operation));
        Assert.Equal(failed, _test.Value("operation_failures_total", ("operation", operation)) ?? 0);
        Assert.Equal(cancelled, _test.Value("operation_cancellations_total", ("operation", operation)));
        Assert.Equal(inFlight, _test.Value("operations_in_flight", ("operation", operation)));
    }
}
