using System.Runtime.CompilerServices;

namespace Instrumentation.Tests.Operations;

/// <summary>An awaitable that is never complete at first and allocates nothing; the test lets its one waiter go on, inline.</summary>
public sealed class Gate : ICriticalNotifyCompletion
{
    private Action? _continuation;
    private Exception? _error;

    public bool IsCompleted => false;

    public Gate GetAwaiter() => this;

    public void GetResult()
    {
        if (_error is { } error)
        {
            _error = null;
            throw error;
        }
    }

    public void OnCompleted(Action continuation) => _continuation = continuation;

    public void UnsafeOnCompleted(Action continuation) => _continuation = continuation;

    public void Open(Exception? error = null)
    {
        _error = error;
        var continuation = _continuation!;
        _continuation = null;
        continuation();
    }
}
