using Instrumentation.Operations;
using static Instrumentation.Tests.Operations.OperationReader;

namespace Instrumentation.Tests.Operations;

public sealed class AsyncBuilderTests
{
    private static readonly AsyncLocal<string?> s_local = new();

    private readonly Operation _operation;
    private readonly MonitoredMethods _methods;

    public AsyncBuilderTests()
    {
        _operation = NewOperation();
        _methods = new MonitoredMethods(_operation);
    }

    public static TheoryData<string> Kinds => ["Task", "Task<T>", "ValueTask", "ValueTask<T>", "pooling ValueTask", "pooling ValueTask<T>"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ACallThatCompletesAtOnceCountsOnce(string kind)
    {
        await Call(kind, static () => Task.CompletedTask);

        _operation.AssertOutcome(calls: 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ACallThatSuspendsCountsOnceWhenItEnds(string kind)
    {
        var source = new TaskCompletionSource();
        var task = Call(kind, () => source.Task);
        Assert.Equal((0, 1), (_operation.Read().Count, _operation.Read().InFlight));

        source.SetResult();
        await task;

        _operation.AssertOutcome(calls: 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AThrowBeforeTheFirstAwaitIsInTheTaskAndCounts(string kind)
    {
        var task = Call(kind, static () => throw new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => task);
        _operation.AssertOutcome(calls: 1, failures: "TimeoutException=1");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AThrowAfterAnAwaitCounts(string kind)
    {
        var source = new TaskCompletionSource();
        var task = Call(kind, () => source.Task);
        source.SetException(new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => task);
        _operation.AssertOutcome(calls: 1, failures: "TimeoutException=1");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ACancelledCallIsCancelledAndNoFailure(string kind)
    {
        var task = Call(kind, static () => Task.FromCanceled(new CancellationToken(canceled: true)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.True(task.IsCanceled);
        _operation.AssertOutcome(calls: 1, cancelled: 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task TheResultArrives(string kind)
    {
        var source = new TaskCompletionSource<int>();
        var task = Call(kind, () => source.Task);
        source.SetResult(42);

        Assert.Equal(kind.Contains("<T>", StringComparison.Ordinal) ? 42 : 0, await task);
    }

    [Fact]
    public async Task ManyAtOnceOnManyThreadsAreAllCountedOnce()
    {
        var tasks = Enumerable.Range(0, 500).Select(i => _methods.Run(async () =>
        {
            await Task.Yield();
            await Task.Delay(i % 3);
        }));

        await Task.WhenAll(tasks);

        _operation.AssertOutcome(calls: 500);
    }

    [Fact]
    public void AnAsyncVoidMethodCountsAndTellsItsContext()
    {
        var context = new CountingContext();
        var source = new TaskCompletionSource();
        Under(context, () => _methods.RunVoid(() => source.Task));
        Assert.Equal(1, context.Running);
        Assert.Equal(1, _operation.Read().InFlight);

        Under(context, source.SetResult);

        Assert.Equal(0, context.Running);
        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public void AnAsyncVoidMethodThatThrowsCountsAndThrowsInItsContext()
    {
        var context = new CountingContext();
        Under(context, () => _methods.RunVoid(static () => throw new TimeoutException()));

        Assert.IsType<TimeoutException>(context.Thrown);
        _operation.AssertOutcome(calls: 1, failures: "TimeoutException=1");
    }

    [Fact]
    public void ABuilderThatWasOfferedNothingBehavesAsTheRuntimesOwn()
    {
        var gate = new Gate();
        var task = MonitoredMethods.PassBody(gate, 3);
        gate.Open();

        Assert.Equal(3, task.Result);
        _operation.AssertOutcome(calls: 0);
    }

    [Fact]
    public void AnOfferIsTakenByOneBuilderOnly()
    {
        var (first, second) = (new Gate(), new Gate());
        var monitored = _methods.Pass(first, 1);
        var other = MonitoredMethods.PassBody(second, 2);
        first.Open();
        second.Open();

        Assert.Equal((1, 2), (monitored.Result, other.Result));
        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public void TheCallIsCountedBeforeWhoeverAwaitsItGoesOn()
    {
        var gate = new Gate();
        var seen = -1L;
        Under(null, () =>
        {
            _methods.Pass(gate, 1).GetAwaiter().OnCompleted(() => seen = _operation.Read().Count);
            gate.Open();
        });

        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task WhatTheMethodSetsInAnAsyncLocalStaysInItAndFlowsOn()
    {
        s_local.Value = "caller";
        var seen = "";
        await _methods.Run(async () =>
        {
            seen += s_local.Value;
            s_local.Value = "method";
            await Task.Yield();
            seen += " " + s_local.Value;
        });

        Assert.Equal("caller method", seen);
        Assert.Equal("caller", s_local.Value);
    }

    [Fact]
    public async Task TheSynchronizationContextIsCapturedAsEver()
    {
        var context = new CountingContext();
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        SynchronizationContext? resumedIn = null;
        Task? task = null;
        Under(context, () => task = _methods.Run(async () =>
        {
            await source.Task;
            resumedIn = SynchronizationContext.Current;
        }));
        source.SetResult();
        await task!;

        Assert.Same(context, resumedIn);
    }

    [Fact]
    public async Task TheWrapperOfARuntimeAsyncMethodCountsOnce()
    {
        await Wrapper.RunAwaited(_operation, static async () => await Task.Yield());
        await Assert.ThrowsAsync<TimeoutException>(() => Wrapper.RunAwaited(_operation, static async () =>
        {
            await Task.Yield();
            throw new TimeoutException();
        }));

        _operation.AssertOutcome(calls: 2, failures: "TimeoutException=1");
    }

    private static void Under(SynchronizationContext? context, Action action)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private Task<int> Call(string kind, Func<Task> body) => kind switch
    {
        "Task" => Zero(_methods.Run(body)),
        "Task<T>" => _methods.RunOfT(Typed(body)),
        "ValueTask" => Zero(_methods.RunValue(body).AsTask()),
        "ValueTask<T>" => _methods.RunValueOfT(Typed(body)).AsTask(),
        "pooling ValueTask" => Zero(_methods.RunPooling(body).AsTask()),
        "pooling ValueTask<T>" => _methods.RunPoolingOfT(Typed(body)).AsTask(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static async Task<int> Zero(Task task)
    {
        await task;
        return 0;
    }

    private static Func<Task<int>> Typed(Func<Task> body) => () =>
    {
        var task = body();
        return task as Task<int> ?? Zero(task);
    };

    private sealed class CountingContext : SynchronizationContext
    {
        internal int Running { get; private set; }

        internal Exception? Thrown { get; private set; }

        public override void OperationStarted() => Running++;

        public override void OperationCompleted() => Running--;

        public override void Post(SendOrPostCallback d, object? state) => Under(this, () =>
        {
            try
            {
                d(state);
            }
            catch (TimeoutException exception)
            {
                Thrown = exception;
            }
        });
    }
}
