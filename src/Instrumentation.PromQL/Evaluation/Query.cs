using Instrumentation.PromQL.Evaluation.Compilation;
using Instrumentation.PromQL.Evaluation.Nodes;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>A query ready to be evaluated, again and again: what it once allocated it uses again.</summary>
/// <remarks>Not thread-safe, since it keeps its buffers, and the series it selected last; make one for each thread.</remarks>
public sealed class Query
{
    // Far enough from the ends of 64 bits that no range, offset or lookback reaches them.
    private const long LatestTime = long.MaxValue / 4;

    private readonly EvaluationContext _context;
    private readonly VectorNode? _vector;
    private readonly ScalarNode? _scalar;
    private readonly RangeNode? _range;
    private readonly ResultFinisher _finisher = new();
    private readonly VectorBuffer _scalarVector = new();

    /// <summary>Prepares a checked expression.</summary>
    /// <param name="expression">A tree from a successful <see cref="ParseResult"/>.</param>
    /// <param name="options">Limits and defaults; null for <see cref="QueryOptions.Default"/>.</param>
    /// <exception cref="QueryException">A function is given what it cannot work with, such as a bad regular expression.</exception>
    public Query(Expression expression, QueryOptions? options = null)
    {
        Expression = expression;
        _context = new EvaluationContext(options ?? QueryOptions.Default);
        var compiler = new QueryCompiler(expression);
        switch (expression.Kind)
        {
            case ValueKind.InstantVector:
                _vector = compiler.Vector(expression);
                break;
            case ValueKind.Scalar:
                _scalar = compiler.Scalar(expression);
                break;
            case ValueKind.RangeVector:
                _range = compiler.Range(expression);
                break;
        }
    }

    /// <summary>What is evaluated.</summary>
    public Expression Expression { get; }

    /// <summary>Evaluates at one time.</summary>
    /// <param name="source">Where the samples are.</param>
    /// <param name="time">Milliseconds since 1970.</param>
    /// <param name="cancellation">Ends the evaluation.</param>
    /// <exception cref="QueryException">The samples do not fit the query, or a limit was reached.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public QueryResult EvaluateInstant(ISampleSource source, long time, CancellationToken cancellation = default) =>
        Run(source, time, time, 0, static query => query.Instant(), cancellation);

    /// <summary>Evaluates an instant vector or a scalar at one time, without allocating once it has run a few times.</summary>
    /// <param name="source">Where the samples are.</param>
    /// <param name="time">Milliseconds since 1970.</param>
    /// <param name="cancellation">Ends the evaluation.</param>
    /// <returns>The samples, good until the next evaluation; a scalar is one sample without labels.</returns>
    /// <exception cref="InvalidOperationException">The query gives a string or a range vector.</exception>
    /// <exception cref="QueryException">The samples do not fit the query, or a limit was reached.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ReadOnlySpan<VectorSample> EvaluateVector(ISampleSource source, long time, CancellationToken cancellation = default)
    {
        if (_vector is null && _scalar is null)
        {
            throw new InvalidOperationException($"A {Expression.Kind.Name()} is no instant vector.");
        }

        return Run(source, time, time, 0, static query => query.VectorAt(query._context.Start), cancellation).Span;
    }

    /// <summary>Evaluates at each step of a range.</summary>
    /// <param name="source">Where the samples are.</param>
    /// <param name="start">The first time, in milliseconds since 1970.</param>
    /// <param name="end">The last time; included if a step falls on it.</param>
    /// <param name="step">The distance of the steps, in milliseconds; above 0.</param>
    /// <param name="cancellation">Ends the evaluation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not above 0, the end before the start, or a time beyond some 70 million years.</exception>
    /// <exception cref="QueryException">The query gives neither a vector nor a scalar, the samples do not fit it, or a limit was reached.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public QueryResult EvaluateRange(ISampleSource source, long start, long end, long step, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        if (_vector is null && _scalar is null)
        {
            throw new QueryException($"invalid expression type \"{Expression.Kind.Name()}\" for range query, must be Scalar or instant Vector");
        }

        if ((end - start) / step >= _context.Options.MaxSteps)
        {
            throw new QueryLimitException(
                $"the range has more than {_context.Options.MaxSteps} steps ({nameof(QueryOptions)}.{nameof(QueryOptions.MaxSteps)}); use a larger step");
        }

        return Run(source, start, end, step, static query => query.Steps(), cancellation);
    }

    private T Run<T>(ISampleSource source, long start, long end, long step, Func<Query, T> evaluate, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(start, -LatestTime);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, LatestTime);
        _context.Begin(source, start, end, step, cancellation);
        try
        {
            return evaluate(this);
        }
        catch (InsufficientExecutionStackException exception)
        {
            throw new QueryException("the query is nested too deeply for the stack of this thread", exception);
        }
    }

    private QueryResult Instant()
    {
        var time = _context.Start;
        var result = new QueryResult { Kind = Expression.Kind, Time = time };
        result = Expression.Kind switch
        {
            ValueKind.String => result with { Text = QueryCompiler.Text(Expression) },
            ValueKind.Scalar => result with { Scalar = VectorAt(time).Span[0].Value },
            ValueKind.InstantVector => result with { Vector = VectorAt(time).Span.ToArray() },
            _ => result with { Matrix = RangeAt(time) },
        };
        return result with { Annotations = _context.Annotations.ToList() };
    }

    private VectorBuffer VectorAt(long time)
    {
        if (_vector is not null)
        {
            _vector.Prepare(_context, time, time);
            return _finisher.Finish(_context, _vector.Evaluate(_context, time));
        }

        _scalar!.Prepare(_context, time, time);
        _scalarVector.Clear();
        _scalarVector.Add(new VectorSample(Labels.Empty, _scalar.Evaluate(_context, time)));
        return _scalarVector;
    }

    private List<ResultSeries> RangeAt(long time)
    {
        _range!.Prepare(_context, time, time);
        return RangeResult.Read(_context, _range, time);
    }

    private QueryResult Steps()
    {
        var (start, end, step) = (_context.Start, _context.End, _context.Step);
        var last = start + ((end - start) / step * step);
        _vector?.Prepare(_context, start, last);
        _scalar?.Prepare(_context, start, last);
        var matrix = new MatrixBuilder(_context);
        for (var time = start; time <= last; time += step)
        {
            if (_vector is not null)
            {
                matrix.Add(time, _vector.Evaluate(_context, time).Span);
            }
            else
            {
                matrix.Add(time, [new VectorSample(Labels.Empty, _scalar!.Evaluate(_context, time))]);
            }
        }

        return new QueryResult
        {
            Kind = ValueKind.RangeVector,
            Time = end,
            Matrix = matrix.ToSeries(),
            Annotations = _context.Annotations.ToList(),
        };
    }
}
