using Instrumentation.Operations;
using static Instrumentation.Tests.Operations.OperationReader;

namespace Instrumentation.Tests.Operations;

/// <summary>Methods that return a task and are not async themselves.</summary>
public sealed class TrackedTaskTests
{
    private readonly Operation _operation = NewOperation();

    [Fact]
    public void ACompletedTaskIsRecordedAtOnceAndIsTheSameObject()
    {
        var task = Task.FromResult(1);

        Assert.Same(task, Wrapper.Track(_operation, () => task));
        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public void NoTaskAtAllIsASuccess()
    {
        Assert.Null(Wrapper.Track(_operation, static () => (Task?)null));
        Assert.Null(Wrapper.Track(_operation, static () => (Task<int>?)null));

        _operation.AssertOutcome(calls: 2);
    }

    [Fact]
    public void ATaskCountsWhenItCompletesBeforeWhatTheCallerRegistersGoesOn()
    {
        var source = new TaskCompletionSource<int>();
        var task = Wrapper.Track(_operation, () => source.Task)!;
        Assert.Same(source.Task, task);
        Assert.Equal(1, _operation.Read().InFlight);

        var seen = -1L;
        _ = task.ContinueWith(
            _ => seen = _operation.Read().Count, TestContext.Current.CancellationToken, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        source.SetResult(1);

        Assert.Equal(1, seen);
        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public void UnderASynchronizationContextTheCallStillCountsBeforeTheCompletionReturns()
    {
        var source = new TaskCompletionSource();
        _ = Wrapper.Track(_operation, () => source.Task);
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new RefusingContext());
        try
        {
            source.SetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public void AFaultedTaskCountsUnderItsOneException()
    {
        Wrapper.Track(_operation, static () => Task.FromException(new TimeoutException()));
        var source = new TaskCompletionSource();
        Wrapper.Track(_operation, () => source.Task);
        source.SetException(new TimeoutException());

        _operation.AssertOutcome(calls: 2, failures: "TimeoutException=2");
    }

    [Fact]
    public void ATaskWithSeveralExceptionsCountsUnderAggregateException()
    {
        var source = new TaskCompletionSource();
        Wrapper.Track(_operation, () => source.Task);
        source.SetException([new TimeoutException(), new InvalidOperationException()]);

        _operation.AssertOutcome(calls: 1, failures: "AggregateException=1");
    }

    [Fact]
    public void ACancelledTaskIsACancellation()
    {
        Wrapper.Track(_operation, static () => Task.FromCanceled(new CancellationToken(canceled: true)));
        var source = new TaskCompletionSource();
        Wrapper.Track(_operation, () => source.Task);
        source.SetCanceled(TestContext.Current.CancellationToken);
        Wrapper.Track(_operation, static () => Task.FromException(new OperationCanceledException()));

        _operation.AssertOutcome(calls: 3, cancelled: 3);
    }

    [Fact]
    public void AMethodThatThrowsInsteadOfReturningATaskIsAFailure()
    {
        Action call = () => Wrapper.Track(_operation, static Task? () => throw new TimeoutException());

        Assert.Throws<TimeoutException>(call);

        _operation.AssertOutcome(calls: 1, failures: "TimeoutException=1");
    }

    [Fact]
    public void ValueTasksCountByTheirOutcome()
    {
        Assert.True(Wrapper.Track(_operation, static () => ValueTask.CompletedTask).IsCompletedSuccessfully);
        Assert.Equal(7, Wrapper.Track(_operation, static () => new ValueTask<int>(7)).Result);
        Assert.True(Wrapper.Track(_operation, static () => ValueTask.FromException(new TimeoutException())).IsFaulted);
        Assert.True(Wrapper.Track(_operation, static () => ValueTask.FromCanceled<int>(new CancellationToken(true))).IsCanceled);

        _operation.AssertOutcome(calls: 4, cancelled: 1, failures: "TimeoutException=1");
    }

    [Fact]
    public async Task AValueTaskFromASourceIsConsumedOnceAndGivesItsResult()
    {
        var source = new CountingSource();
        var task = Wrapper.Track(_operation, () => new ValueTask<int>(source, 0));
        Assert.Equal(1, _operation.Read().InFlight);

        source.Complete(5);

        Assert.Equal(5, await task);
        Assert.Equal(1, source.Consumed);
        _operation.AssertOutcome(calls: 1);
    }

    [Fact]
    public void TheFailureOfAForgottenTaskIsStillReportedAsUnobserved()
    {
        var reported = 0;
        void Report(object? sender, UnobservedTaskExceptionEventArgs args) =>
            _ = args.Exception.InnerException is ForgottenException ? Interlocked.Increment(ref reported) : 0;
        TaskScheduler.UnobservedTaskException += Report;
        try
        {
            Forget(late: false);
            Forget(late: true);
            Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Report;
        }

        Assert.Equal(2, reported);
        _operation.AssertOutcome(calls: 2, failures: "ForgottenException=2");
    }

    [Fact]
    public void AFailureThatTheCallerHasObservedIsNotReported()
    {
        var reported = 0;
        void Report(object? sender, UnobservedTaskExceptionEventArgs args) =>
            _ = args.Exception.InnerException is ForgottenException ? Interlocked.Increment(ref reported) : 0;
        TaskScheduler.UnobservedTaskException += Report;
        try
        {
            Observe();
            Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Report;
        }

        Assert.Equal(0, reported);
        _operation.AssertOutcome(calls: 1, failures: "ForgottenException=1");
    }

    [Fact]
    public void AForgottenValueTaskThatReportsNothingByItselfReportsNothing()
    {
        var reported = 0;
        void Report(object? sender, UnobservedTaskExceptionEventArgs args) =>
            _ = args.Exception.InnerException is ForgottenException ? Interlocked.Increment(ref reported) : 0;
        TaskScheduler.UnobservedTaskException += Report;
        try
        {
            ForgetValueTask();
            Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Report;
        }

        Assert.Equal(0, reported);
        _operation.AssertOutcome(calls: 1, failures: "ForgottenException=1");
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private void Forget(bool late)
    {
        var source = new TaskCompletionSource();
        if (!late)
        {
            source.SetException(new ForgottenException());
        }

        _ = Wrapper.Track(_operation, () => source.Task);
        if (late)
        {
            source.SetException(new ForgottenException());
        }
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private void Observe()
    {
        var source = new TaskCompletionSource();
        var task = Wrapper.Track(_operation, () => source.Task)!;
        source.SetException(new ForgottenException());
        Assert.IsType<ForgottenException>(task.Exception!.InnerException);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private void ForgetValueTask()
    {
        var source = new CountingSource();
        _ = Wrapper.Track(_operation, () => new ValueTask<int>(source, 0)).IsCompleted;
        source.Fail(new ForgottenException());
    }

    private sealed class ForgottenException : Exception;

    private sealed class RefusingContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => throw new InvalidOperationException("The context was captured.");
    }

    private sealed class CountingSource : System.Threading.Tasks.Sources.IValueTaskSource<int>
    {
        private System.Threading.Tasks.Sources.ManualResetValueTaskSourceCore<int> _core;

        internal int Consumed { get; private set; }

        public int GetResult(short token)
        {
            Consumed++;
            return _core.GetResult(token);
        }

        public System.Threading.Tasks.Sources.ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, System.Threading.Tasks.Sources.ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);

        internal void Complete(int result) => _core.SetResult(result);

        internal void Fail(Exception exception) => _core.SetException(exception);
    }
}
