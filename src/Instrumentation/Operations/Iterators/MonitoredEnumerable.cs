using System.Collections;

namespace Instrumentation.Operations.Iterators;

/// <summary>
/// What an iterator returned, with each enumeration of it measured. It is its own first enumerator, as the compiler's iterators are, so
/// that the usual single enumeration costs one object.
/// </summary>
internal sealed class MonitoredEnumerable<T>(OperationSeries series, IEnumerable<T> source)
    : MonitoredEnumerator<T>(series, inner: null), IEnumerable<T>
{
    private int _isEnumerator;

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        var inner = source.GetEnumerator();
        if (Interlocked.Exchange(ref _isEnumerator, 1) != 0)
        {
            return new MonitoredEnumerator<T>(Series, inner);
        }

        Begin(inner);
        return this;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
