namespace Instrumentation.Games.Database;

/// <summary>A query that has run.</summary>
[GameEvent]
public readonly partial record struct DatabaseQuery
{
    /// <summary>Names the statement, such as its digest. Never a label.</summary>
    [EventId]
    public string? QueryId { get; init; }

    /// <summary>What it does.</summary>
    [MetricLabel("query_type", Values = ["select", "insert", "update", "delete", "upsert", "call", "transaction", "schema"])]
    public required string QueryType { get; init; }

    /// <summary>The table it is about.</summary>
    [MetricLabel(Limit = Limits.Tables)]
    public string? Table { get; init; }

    /// <summary>How long it took.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "db_query_duration_seconds",
        Help = "Times of queries.",
        Buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30])]
    public required TimeSpan Duration { get; init; }

    /// <summary>The rows that it returned or changed; at least 0.</summary>
    [GameMetric(MetricKind.Counter, "db_rows_total", Help = "Rows that queries returned or changed.")]
    public long RowsAffected { get; init; }

    /// <summary>Whether it failed.</summary>
    public bool Failed { get; init; }

    [GameMetric(MetricKind.Counter, "db_query_errors_total", Help = "Queries that failed.")]
    private int Errors => Failed ? 1 : 0;
}
