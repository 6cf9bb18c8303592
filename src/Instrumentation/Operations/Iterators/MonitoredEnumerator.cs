using System.Collections;

namespace Instrumentation.Operations.Iterators;

/// <summary>One enumeration of an iterator, measured.</summary>
internal class MonitoredEnumerator<T> : IEnumerator<T>
{
    private IEnumerator<T>? _inner;
    private Enumeration _enumeration;

    internal MonitoredEnumerator(OperationSeries series, IEnumerator<T>? inner)
    {
        Series = series;
        _enumeration = new Enumeration(series);
        _inner = inner;
    }

    private protected OperationSeries Series { get; }

    /// <inheritdoc/>
    public T Current => _inner!.Current;

    object? IEnumerator.Current => Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        var before = _enumeration.EnterMove();
        var returned = false;
        var moved = false;
        try
        {
            moved = _inner!.MoveNext();
            returned = true;
        }
        catch (Exception exception) when (_enumeration.Note(exception))
        {
            throw;
        }
        finally
        {
            _enumeration.Leave(before);
            if (!returned)
            {
                _enumeration.End();
            }
        }

        if (!moved)
        {
            _enumeration.Succeed();
        }

        return moved;
    }

    /// <inheritdoc/>
    public void Reset() => _inner!.Reset();

    /// <inheritdoc/>
    public void Dispose()
    {
        var before = _enumeration.EnterDisposal();
        var returned = false;
        try
        {
            _inner?.Dispose();
            returned = true;
        }
        catch (Exception exception) when (_enumeration.Note(exception))
        {
            throw;
        }
        finally
        {
            _enumeration.Leave(before);
            if (!returned)
            {
                _enumeration.End();
            }
        }

        _enumeration.Succeed();
    }

    /// <summary>Gives it what to enumerate.</summary>
    private protected void Begin(IEnumerator<T> inner) => _inner = inner;
}
