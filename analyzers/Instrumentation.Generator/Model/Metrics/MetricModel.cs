namespace Instrumentation.Generator.Model.Metrics;

/// <summary>What a metric is, apart from the code that records it. Members whose metrics are equal share one instrument.</summary>
internal sealed record MetricModel
{
    /// <summary>Without the assembly's prefix; a counter's ends in <c>_total</c>.</summary>
    public required string Name { get; init; }

    public required MetricKind Kind { get; init; }

    public required string Help { get; init; }

    /// <summary>The unit, in which the name ends; null when there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>In the order of the series' number.</summary>
    public EquatableArray<LabelModel> Labels { get; init; } = EquatableArray<LabelModel>.Empty;

    /// <summary>Upper bounds of the buckets in the metric's unit: those of every histogram, and of nothing else.</summary>
    public EquatableArray<double>? Buckets { get; init; }

    /// <summary>After so many ticks without being recorded a dynamic series vanishes; 0 for never.</summary>
    public long ExpireAfter { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>The member that declares it, as <c>Type.Member</c>; empty for what all operations of an assembly share.</summary>
    public required string Member { get; init; }

    /// <summary>The most series of a metric that several operations share, each with labels of its own; 0 for all others.</summary>
    public long SharedSeries { get; init; }

    /// <summary>The most series that the metric can have: the product of the labels' sizes.</summary>
    public long SeriesCount => SharedSeries > 0 ? SharedSeries : LabelModel.SeriesCount(Labels);
}
