// INST002 builder
using System.Runtime.CompilerServices;
using Instrumentation;

namespace Refused;

public partial class OwnBuilder
{
    [AsyncMethodBuilder(typeof(OwnTaskBuilder))]
    [MonitoredOperation]
    private static async Task Act() => await Task.Yield();

    public static int Run()
    {
        Act().Wait();
        return 13;
    }
}

public struct OwnTaskBuilder
{
    private AsyncTaskMethodBuilder _inner;

    public Task Task => _inner.Task;

    public static OwnTaskBuilder Create() => new() { _inner = AsyncTaskMethodBuilder.Create() };

    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => _inner.Start(ref stateMachine);

    public void SetStateMachine(IAsyncStateMachine stateMachine) => _inner.SetStateMachine(stateMachine);

    public void SetResult() => _inner.SetResult();

    public void SetException(Exception exception) => _inner.SetException(exception);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitOnCompleted(ref awaiter, ref stateMachine);

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => _inner.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
}
