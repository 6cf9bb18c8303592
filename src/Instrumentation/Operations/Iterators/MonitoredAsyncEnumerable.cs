using System.Runtime.CompilerServices;

namespace Instrumentation.Operations.Iterators;

/// <summary>
/// What an async iterator returned, with each enumeration of it measured. It is its own first enumerator, so that the usual single
/// enumeration costs one object; a move that suspends borrows one from a pool.
/// </summary>
internal sealed class MonitoredAsyncEnumerable<T> : IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private readonly OperationSeries _series;
    private readonly IAsyncEnumerable<T>? _source;
    private IAsyncEnumerator<T>? _inner;
    private Enumeration _enumeration;
    private int _isEnumerator;

    internal MonitoredAsyncEnumerable(OperationSeries series, IAsyncEnumerable<T> source)
    {
        _series = series;
        _source = source;
        _enumeration = new Enumeration(series);
    }

    internal MonitoredAsyncEnumerable(OperationSeries series, IAsyncEnumerator<T> inner)
    {
        _series = series;
        _inner = inner;
        _enumeration = new Enumeration(series);
        _isEnumerator = 1;
    }

    /// <inheritdoc/>
    public T Current => _inner!.Current;

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var inner = _source!.GetAsyncEnumerator(cancellationToken);
        if (Interlocked.Exchange(ref _isEnumerator, 1) != 0)
        {
            return new MonitoredAsyncEnumerable<T>(_series, inner);
        }

        _inner = inner;
        return this;
    }

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync()
    {
        _enumeration.EnterMove();
        ValueTask<bool> move;
        try
        {
            move = _inner!.MoveNextAsync();
        }
        finally
        {
            _enumeration.LeaveMove();
        }

        if (!move.IsCompletedSuccessfully)
        {
            return Await(move);
        }

        var moved = move.Result;
        if (!moved)
        {
            _enumeration.Succeed();
        }

        return new ValueTask<bool>(moved);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (_inner is null)
        {
            return default;
        }

        var disposal = _inner.DisposeAsync();
        if (!disposal.IsCompletedSuccessfully)
        {
            return Await(disposal);
        }

        _enumeration.Succeed();
        return disposal;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> Await(ValueTask<bool> move)
    {
        var threw = true;
        try
        {
            var moved = await move.ConfigureAwait(false);
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
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Await(ValueTask disposal)
    {
        try
        {
            await disposal.ConfigureAwait(false);
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
