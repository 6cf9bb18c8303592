using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Instrumentation.Operations.Builders;

/// <summary>
/// Builds a <see cref="ValueTask"/>, as <see cref="AsyncValueTaskMethodBuilder"/> does, and records the call when the method is done. The weaver puts it in place
/// of that one; it may also be named in an <c>[AsyncMethodBuilder]</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct MonitoredValueTaskBuilder
{
    private AsyncTimer _timer;
    private AsyncValueTaskMethodBuilder _inner;

    /// <summary>What the method returns to its caller.</summary>
    public ValueTask Task => _inner.Task;

    /// <summary>Begins the call that the wrapper has left for this thread.</summary>
    /// <returns>The builder.</returns>
    public static MonitoredValueTaskBuilder Create() => new() { _timer = AsyncTimer.Take(), _inner = AsyncValueTaskMethodBuilder.Create() };

    /// <summary>Runs the method up to its first suspension, in the caller's execution context, which is restored afterwards.</summary>
    /// <typeparam name="TStateMachine">The method's state machine.</typeparam>
    /// <param name="stateMachine">The method's state machine.</param>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        var before = _timer.EnterSpan();
        _inner.Start(ref stateMachine);
        AsyncTimer.LeaveSpan(before);
    }

    /// <summary>Not called by the compiler's state machines any more; part of the shape of a builder.</summary>
    /// <param name="stateMachine">The method's state machine.</param>
    public void SetStateMachine(IAsyncStateMachine stateMachine) => _inner.SetStateMachine(stateMachine);

    /// <summary>Records the call as succeeded, before anybody who awaits it goes on.</summary>
    public void SetResult()
    {
        _timer.Succeed();
        _inner.SetResult();
    }

    /// <summary>Records the call as failed or cancelled, before anybody who awaits it goes on.</summary>
    /// <param name="exception">What the method threw.</param>
    public void SetException(Exception exception)
    {
        _timer.Fail(exception);
        _inner.SetException(exception);
    }

    /// <summary>Schedules the method to go on when the awaiter is done.</summary>
    /// <typeparam name="TAwaiter">The type of the awaiter.</typeparam>
    /// <typeparam name="TStateMachine">The method's state machine.</typeparam>
    /// <param name="awaiter">What is awaited.</param>
    /// <param name="stateMachine">The method's state machine.</param>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine =>
        _inner.AwaitOnCompleted(ref awaiter, ref stateMachine);

    /// <inheritdoc cref="AwaitOnCompleted"/>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine =>
        _inner.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}
