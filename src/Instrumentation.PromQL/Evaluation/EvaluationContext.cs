using System.Runtime.CompilerServices;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>What the nodes of a query share while it is evaluated: the source, the times, the limits and the annotations.</summary>
internal sealed class EvaluationContext(QueryOptions options)
{
    private const int ChecksPerClockRead = 256;
    private ISampleSource? _source;
    private CancellationToken _cancellation;
    private long _startedAt;
    private int _checks;
    private long _samples;

    public QueryOptions Options { get; } = options;

    public AnnotationSet Annotations { get; } = new();

    public ISampleSource Source => _source ?? throw new InvalidOperationException("No evaluation has begun.");

    /// <summary>First time of the query, in milliseconds since 1970.</summary>
    public long Start { get; private set; }

    /// <summary>Last time of the query.</summary>
    public long End { get; private set; }

    /// <summary>Distance of the steps; 0 for an instant query.</summary>
    public long Step { get; private set; }

    public bool IsRange => Start != End;

    public long Lookback { get; } = (long)options.Lookback.TotalMilliseconds;

    public void Begin(ISampleSource source, long start, long end, long step, CancellationToken cancellation)
    {
        (_source, Start, End, Step, _cancellation) = (source, start, end, step, cancellation);
        Annotations.Clear();
        _samples = 0;
        _checks = 0;
        _startedAt = Options.TimeProvider.GetTimestamp();
    }

    /// <summary>Ends the query if somebody wants it to end, or if it takes too long. Cheap enough for inner loops.</summary>
    /// <exception cref="InsufficientExecutionStackException">The tree is too deep for this thread.</exception>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    /// <exception cref="QueryLimitException">The time is up.</exception>
    public void Check()
    {
        // Each level of the tree comes by here, so a stack that is nearly full is noticed in time.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_checks++ % ChecksPerClockRead != 0)
        {
            return;
        }

        _cancellation.ThrowIfCancellationRequested();
        if (Options.TimeProvider.GetElapsedTime(_startedAt) > Options.Timeout)
        {
            throw new QueryLimitException($"query timed out after {Options.Timeout} {Limit(nameof(Options.Timeout))}");
        }
    }

    /// <summary>Counts samples that are held until the query ends.</summary>
    /// <exception cref="QueryLimitException">There are too many.</exception>
    public void Hold(long samples)
    {
        _samples += samples;
        if (_samples > Options.MaxSamples)
        {
            throw new QueryLimitException(
                $"query processing would load too many samples into memory: more than {Options.MaxSamples} {Limit(nameof(Options.MaxSamples))}");
        }
    }

    /// <summary>Refuses a vector that has too many series.</summary>
    /// <exception cref="QueryLimitException">There are too many.</exception>
    public void CheckSeries(int count)
    {
        if (count > Options.MaxSeries)
        {
            throw new QueryLimitException(
                $"query touches more than {Options.MaxSeries} series {Limit(nameof(Options.MaxSeries))}; narrow its selectors");
        }
    }

    private static string Limit(string option) => $"({nameof(QueryOptions)}.{option})";
}
