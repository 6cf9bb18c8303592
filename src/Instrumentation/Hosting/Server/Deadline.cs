namespace Instrumentation.Hosting.Server;

/// <summary>A token that is cancelled when a time has passed or the server stops, and tells which.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _both;
    private readonly CancellationToken _stopping;

    internal Deadline(TimeSpan time, TimeProvider timeProvider, CancellationToken stopping)
    {
        _stopping = stopping;
        _timeout = new CancellationTokenSource(time, timeProvider);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, stopping);
    }

    internal CancellationToken Token => _both.Token;

    internal bool HasPassed => _timeout.IsCancellationRequested && !_stopping.IsCancellationRequested;

    /// <summary>Begins anew with another time.</summary>
    internal void Extend(TimeSpan time) => _timeout.CancelAfter(time);

    public void Dispose()
    {
        _both.Dispose();
        _timeout.Dispose();
    }
}
