using System.Collections;

namespace Instrumentation.Operations.Iterators;

/// <summary>
/// What an iterator returned, with each enumeration of it measured. It is its own first enumerator, as the compiler's iterators are, so
/// that the usual single enumeration costs one object.
/// </summary>
internal sealed class MonitoredEnumerable<T> : IEnumerable<T>, IEnumerator<T>
{
    private readonly OperationSeries _series;
    private readonly IEnumerable<T>? _source;
    private IEnumerator<T>? _inner;
    private Enumeration _enumeration;
    private int _isEnumerator;

    internal MonitoredEnumerable(OperationSeries series, IEnumerable<T> source)
    {
        _series = series;
        _source = source;
        _enumeration = new Enumeration(series);
    }

    internal MonitoredEnumerable(OperationSeries series, IEnumerator<T> inner)
    {
        _series = series;
        _inner = inner;
        _enumeration = new Enumeration(series);
        _isEnumerator = 1;
    }

    /// <inheritdoc/>
    public T Current => _inner!.Current;

    object? IEnumerator.Current => Current;

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        var inner = _source!.GetEnumerator();
        if (Interlocked.Exchange(ref _isEnumerator, 1) != 0)
        {
            return new MonitoredEnumerable<T>(_series, inner);
        }

        _inner = inner;
        return this;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool MoveNext()
    {
        _enumeration.EnterMove();
        var threw = true;
        try
        {
            var moved = _inner!.MoveNext();
            threw = false;
            if (!moved)
            {
                _enumeration.Succeed();
            }

            return moved;
        }
        catch (Exception exception) when (_enumeration.Note(exception))
        {
            throw;
        }
        finally
        {
            if (threw)
            {
                _enumeration.End();
            }

            _enumeration.LeaveMove();
        }
    }

    /// <inheritdoc/>
    public void Reset() => _inner!.Reset();

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _inner?.Dispose();
            _enumeration.Succeed();
        }
        catch (Exception exception) when (_enumeration.Note(exception))
        {
            throw;
        }
        finally
        {
            _enumeration.End();
        }
    }
}
