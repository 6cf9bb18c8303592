namespace Instrumentation.Operations.Iterators;

/// <summary>
/// What an async iterator returned, with each enumeration of it measured. It is its own first enumerator, so that the usual single
/// enumeration costs one object.
/// </summary>
internal sealed class MonitoredAsyncEnumerable<T>(OperationSeries series, IAsyncEnumerable<T> source)
    : MonitoredAsyncEnumerator<T>(series, inner: null), IAsyncEnumerable<T>
{
    private int _isEnumerator;

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var inner = source.GetAsyncEnumerator(cancellationToken);
        if (Interlocked.Exchange(ref _isEnumerator, 1) != 0)
        {
            return new MonitoredAsyncEnumerator<T>(Series, inner);
        }

        Begin(inner);
        return this;
    }
}
