namespace Instrumentation.Monitoring;

/// <summary>Runs an action when first disposed.</summary>
internal sealed class Removal(Action remove) : IDisposable
{
    private Action? _remove = remove;

    public void Dispose() => Interlocked.Exchange(ref _remove, null)?.Invoke();
}
