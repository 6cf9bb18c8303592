namespace Instrumentation.Metrics;

/// <summary>What a metric is and how it is labelled. Generated code fills it in from the attributes.</summary>
public sealed record InstrumentDefinition
{
    /// <summary>The name, without <see cref="Prefix"/>; a counter's ends in <c>_total</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A sentence for whoever reads the metric.</summary>
    public required string Help { get; init; }

    /// <summary>The unit, in which the name must end (a counter's before <c>_total</c>), as in <c>seconds</c>; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>Goes before the name, joined by an underscore; null or empty for none.</summary>
    public string? Prefix { get; init; }

    /// <summary>The labels, in the order in which their values make up the number of a series.</summary>
    public Label[] Labels { get; init; } = [];

    /// <summary>
    /// Upper bounds of a histogram's buckets, in the metric's unit, ascending and finite, at most 256; +Inf is added. Null for those of durations in seconds.
    /// </summary>
    public double[]? Buckets { get; init; }

    /// <summary>
    /// How long a series of a dynamic label may go unchanged before it is left out of snapshots and its label values make room for others; null for ever.
    /// More than zero.
    /// </summary>
    public TimeSpan? ExpireAfter { get; init; }

    /// <summary>Who answers for the metric, such as a team; null when nobody is named.</summary>
    public string? Owner { get; init; }

    internal string FullName => string.IsNullOrEmpty(Prefix) ? Name ?? "" : $"{Prefix}_{Name}";
}
