using System.Threading.Tasks.Sources;

namespace Constructs.Async;

/// <summary>A value task's source that lets its result be taken once only, as pooled sources do.</summary>
public sealed class OneShotSource<T> : IValueTaskSource<T>
{
    private ManualResetValueTaskSourceCore<T> _core;
    private int _taken;

    public ValueTask<T> Task => new(this, _core.Version);

    public int Taken => _taken;

    public void Complete(T value) => _core.SetResult(value);

    public void Fail(Exception exception) => _core.SetException(exception);

    public T GetResult(short token)
    {
        if (Interlocked.Increment(ref _taken) > 1)
        {
            throw new InvalidOperationException("The result was taken twice.");
        }

        return _core.GetResult(token);
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
