namespace Instrumentation.Metrics;

/// <summary>What a metric is, apart from its labels and values.</summary>
/// <param name="Name">The name, with <c>_total</c> when it is a counter.</param>
/// <param name="Kind">What its values mean.</param>
/// <param name="Help">A sentence for whoever reads it.</param>
/// <param name="Unit">The unit, in which the name ends; null when it has none.</param>
internal sealed record MetricDefinition(string Name, MetricKind Kind, string Help, string? Unit = null)
{
    private const string Total = "_total";

    /// <summary>Whether it is an instrument of somebody else's meter, which whoever listens to meters has already.</summary>
    internal bool IsOfMeter { get; init; }

    /// <summary>The name of the metric family in OpenMetrics: a counter's without <c>_total</c>.</summary>
    internal string FamilyName => Kind == MetricKind.Counter ? Name[..^Total.Length] : Name;

    /// <summary>All names that samples of this metric bear, or may bear, in any format. No two metrics may have one in common.</summary>
    internal IEnumerable<string> ClaimedNames => Kind switch
    {
        MetricKind.Counter => [FamilyName, Name, FamilyName + "_created"],
        MetricKind.Histogram => [Name, Name + "_bucket", Name + "_sum", Name + "_count", Name + "_created"],
        _ => [Name],
    };
}
