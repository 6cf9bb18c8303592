namespace Instrumentation.Generator.Model.Metrics;

/// <summary>A property, field or method that is read at each scrape.</summary>
internal sealed record MetricReaderModel
{
    public required TypeModel Type { get; init; }

    /// <summary>The types around the member as they are written in code, outermost first, the type itself last.</summary>
    public required EquatableArray<string> TypeNames { get; init; }

    /// <summary>How many of <see cref="TypeNames"/>, from the first on, all code of the assembly can see.</summary>
    public required int VisibleTypes { get; init; }

    /// <summary>Whether all code of the assembly that sees the type sees the member.</summary>
    public required bool IsMemberVisible { get; init; }

    /// <summary>What reads the member, after the dot: <c>Players</c>, <c>CountPlayers()</c>.</summary>
    public required string Access { get; init; }

    public required bool IsStatic { get; init; }

    public required ValueModel Value { get; init; }

    public required MetricModel Metric { get; init; }

    /// <summary>Whether the member can be read from outside its type.</summary>
    public bool IsVisible => IsMemberVisible && VisibleTypes == TypeNames.Count;
}
