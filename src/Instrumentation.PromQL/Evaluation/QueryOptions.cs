namespace Instrumentation.PromQL.Evaluation;

/// <summary>How queries are evaluated, and what one of them may use up.</summary>
public sealed record QueryOptions
{
    /// <summary>The defaults, which are those of a Prometheus server.</summary>
    public static QueryOptions Default { get; } = new();

    /// <summary>How old a sample may be to count as current. Default: 5 minutes.</summary>
    public TimeSpan Lookback { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The step of a subquery that names none. Default: 1 minute.</summary>
    public TimeSpan SubqueryStep { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The most samples that one query may hold at a time, results included. Default: 50 million.</summary>
    public long MaxSamples { get; init; } = 50_000_000;

    /// <summary>The most steps of a range query. Default: 11,000, which is one a minute for a week.</summary>
    public int MaxSteps { get; init; } = 11_000;

    /// <summary>The most series that a result may have. Default: 100,000.</summary>
    public int MaxSeries { get; init; } = 100_000;

    /// <summary>How long a query may take. Default: 2 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Whether metric names are dropped at the end rather than at each operation (<c>promql-delayed-name-removal</c>), so that
    /// <c>sum by (__name__) (rate(…))</c> works. Default: false.
    /// </summary>
    public bool DelayedNameRemoval { get; init; }

    /// <summary>Measures <see cref="Timeout"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
