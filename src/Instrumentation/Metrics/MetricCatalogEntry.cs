namespace Instrumentation.Metrics;

/// <summary>What a registry knows of one of its metrics, apart from values. Immutable.</summary>
public sealed record MetricCatalogEntry
{
    /// <summary>The name, with <c>_total</c> for a counter.</summary>
    public required string Name { get; init; }

    /// <summary>What the values mean.</summary>
    public required MetricKind Kind { get; init; }

    /// <summary>A sentence for whoever reads the metric.</summary>
    public required string Help { get; init; }

    /// <summary>The unit, in which the name ends; null when there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>Who answers for the metric; null when nobody is named.</summary>
    public string? Owner { get; init; }

    /// <summary>The labels, in their order. A metric that operations share has those of all of them.</summary>
    public IReadOnlyList<MetricCatalogLabel> Labels { get; init; } = [];

    /// <summary>The upper bounds of a histogram's buckets, ascending, without +Inf; empty for other kinds, and where each operation has its own.</summary>
    public IReadOnlyList<double> Buckets { get; init; } = [];

    /// <summary>How many series there can be at a time. A histogram's series is exposed as one line a bucket, and two more.</summary>
    public long PossibleSeries { get; init; }

    /// <summary>See <see cref="InstrumentDefinition.ExpireAfter"/>.</summary>
    public TimeSpan? ExpireAfter { get; init; }
}
