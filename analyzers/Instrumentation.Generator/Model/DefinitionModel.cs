namespace Instrumentation.Generator.Model;

/// <summary>
/// What an operation is, apart from the method it measures. Overloads of which the definitions are equal share one operation.
/// </summary>
internal sealed record DefinitionModel
{
    public required string Name { get; init; }

    /// <summary>Whether the name stands in an attribute, rather than being made from the names of type and method.</summary>
    public required bool IsNameGiven { get; init; }

    public string? Metric { get; init; }

    public string? Help { get; init; }

    /// <summary>Upper bounds in seconds; null for the default ones.</summary>
    public EquatableArray<double>? Buckets { get; init; }

    public int SampleEvery { get; init; } = 1;

    public bool Trace { get; init; } = true;

    public EquatableArray<LabelModel> Labels { get; init; } = EquatableArray<LabelModel>.Empty;

    /// <summary>The most series that the operation can have: the product of the labels' sizes.</summary>
    public long SeriesCount => LabelModel.SeriesCount(Labels);
}
