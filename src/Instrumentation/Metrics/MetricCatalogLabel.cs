namespace Instrumentation.Metrics;

/// <summary>What a registry knows of a label of one of its metrics. Immutable.</summary>
public sealed record MetricCatalogLabel
{
    /// <summary>The label's name.</summary>
    public required string Name { get; init; }

    /// <summary>The values that are known beforehand, <c>none</c> and <c>other</c> included where there are such.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>How many values it takes as they come along; null when all are known beforehand.</summary>
    public int? Limit { get; init; }
}
