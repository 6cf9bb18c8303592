// INST002 custom task
using System.Runtime.CompilerServices;
using Instrumentation;

namespace Refused;

public partial class CustomTaskType
{
    [MonitoredOperation]
    private static async Later<int> Act()
    {
        await Task.Yield();
        return 12;
    }

    public static int Run() => Act().Task.Result;
}

[AsyncMethodBuilder(typeof(LaterBuilder<>))]
public sealed class Later<T>(Task<T> task)
{
    public Task<T> Task => task;
}

public struct LaterBuilder<T>
{
    private AsyncTaskMethodBuilder<T> _inner;

    public Later<T> Task => new(_inner.Task);

    public static LaterBuilder<T> Create() => new() { _inner = AsyncTaskMethodBuilder<T>.Create() };

    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => _inner.Start(ref stateMachine);

    public void SetStateMachine(IAsyncStateMachine stateMachine) => _inner.SetStateMachine(stateMachine);

    public void SetResult(T result) => _inner.SetResult(result);

    public void SetException(Exception exception) => _inner.SetException(exception);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitOnCompleted(ref awaiter, ref stateMachine);

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}
