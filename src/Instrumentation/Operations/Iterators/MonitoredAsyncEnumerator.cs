using System.Runtime.CompilerServices;

namespace Instrumentation.Operations.Iterators;

/// <summary>One enumeration of an async iterator, measured. A move that suspends borrows an object from a pool.</summary>
internal class MonitoredAsyncEnumerator<T> : IAsyncEnumerator<T>
{
    private IAsyncEnumerator<T>? _inner;
    private Enumeration _enumeration;

    internal MonitoredAsyncEnumerator(OperationSeries series, IAsyncEnumerator<T>? inner)
    {
        Series = series;
        _enumeration = new Enumeration(series);
        _inner = inner;
    }

    private protected OperationSeries Series { get; }

    /// <inheritdoc/>
    public T Current => _inner!.Current;

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync()
    {
        var before = _enumeration.EnterMove();
        ValueTask<bool> move;
        var returned = false;
        try
        {
            move = _inner!.MoveNextAsync();
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

        var before = _enumeration.EnterDisposal();
        ValueTask disposal;
        var returned = false;
        try
        {
            disposal = _inner.DisposeAsync();
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
        try
        {
            var moved = await move.ConfigureAwait(false);
            if (!moved)
            {
                _enumeration.Succeed();
            }

            return moved;
        }
        catch (Exception exception)
        {
            _enumeration.Fail(exception);
            throw;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Await(ValueTask disposal)
    {
        try
        {
            await disposal.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _enumeration.Fail(exception);
            throw;
        }

        _enumeration.Succeed();
    }

    /// <summary>Gives it what to enumerate.</summary>
    private protected void Begin(IAsyncEnumerator<T> inner) => _inner = inner;
}
