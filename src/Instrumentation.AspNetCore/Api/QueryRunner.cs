using Instrumentation.AspNetCore.Api.Requests;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.AspNetCore.Api;

/// <summary>Evaluates queries, only so many at a time and each only for so long.</summary>
internal sealed class QueryRunner(PrometheusApiOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.MaxConcurrentQueries);

    // The runner has a clock of its own, which also covers the wait for a slot. A range of n steps has n + 1 points.
    private readonly QueryOptions _options = new()
    {
        Lookback = options.Lookback,
        MaxSamples = options.MaxSamples,
        MaxSteps = MostPoints + 1,
        Timeout = TimeSpan.MaxValue,
        TimeProvider = time,
    };

    /// <summary>As in Prometheus: a point for each minute of a week.</summary>
    internal const int MostPoints = 11_000;

    /// <exception cref="ApiException">The query is wrong, fails, or takes too long.</exception>
    internal async Task<QueryResult> RunAsync(
        ParseResult parsed, TimeSpan? timeout, TimeSpan? lookback, Func<Query, CancellationToken, QueryResult> evaluate, CancellationToken cancellation)
    {
        var patience = timeout is { } wanted && wanted < options.Timeout ? wanted : options.Timeout;
        using var deadline = new CancellationTokenSource(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var hasSlot = false;
        try
        {
            await _slots.WaitAsync(either.Token).ConfigureAwait(false);
            hasSlot = true;
            var query = new Query(parsed.Expression!, lookback is { } back ? _options with { Lookback = back } : _options);
            return evaluate(query, either.Token);
        }
        catch (OperationCanceledException exception) when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw ApiException.Timeout(hasSlot ? "query timed out in expression evaluation" : "query timed out in query queue", exception);
        }
        catch (QueryException exception)
        {
            throw ApiException.Execution(exception.Message, exception);
        }
        catch (ArgumentException exception)
        {
            // A regular expression that is too large, which only turns out when it is compiled.
            throw ApiException.BadParameter("query", exception.Message, exception);
        }
        finally
        {
            if (hasSlot)
            {
                _slots.Release();
            }
        }
    }

    public void Dispose() => _slots.Dispose();
}
