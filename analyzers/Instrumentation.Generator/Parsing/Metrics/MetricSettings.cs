using Instrumentation.Generator.Model.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>A <c>[GameMetric]</c> as it was written; null for what was left out.</summary>
internal sealed class MetricSettings(AttributeData attribute)
{
    /// <summary>Null when it is none of the kinds there are.</summary>
    public MetricKind? Kind { get; } =
        attribute.First() is int and >= 0 and <= (int)MetricKind.UpDownCounter and var number ? (MetricKind)number : null;

    public string? Name { get; } = attribute.ConstructorArguments.Length > 1 ? attribute.ConstructorArguments[1].Value as string : null;

    /// <summary>A blank one says nothing: the doc comment then does.</summary>
    public string? Help { get; } = HelpOf(attribute);

    public string? Unit { get; } = attribute.Argument(nameof(Unit)).Value as string;

    public IReadOnlyList<double>? Buckets { get; } = attribute.Array<double>(nameof(Buckets));

    /// <summary>The number of the preset; 0 for none.</summary>
    public int Preset { get; } = attribute.Argument(nameof(Preset)).Value as int? ?? 0;

    public string? ExpireAfter { get; } = attribute.Argument(nameof(ExpireAfter)).Value as string;

    public string? Owner { get; } = attribute.Argument(nameof(Owner)).Value as string;

    /// <summary>The names of the labels that the metric of an event has; null for all of them.</summary>
    public IReadOnlyList<string?>? Labels { get; } = attribute.Array<string?>(nameof(Labels));

    public SourceLocation? Location { get; } = SourceLocation.Of(attribute);

    /// <summary>Where a setting stands, to report it there; null for the kind, which comes first.</summary>
    public SourceLocation? LocationOf(string? setting) => SourceLocation.Of(attribute, setting);

    public static string? HelpOf(AttributeData attribute) =>
        attribute.Argument(nameof(Help)).Value is string help && !string.IsNullOrWhiteSpace(help) ? help : null;

    public static IReadOnlyList<MetricSettings> AllOf(ISymbol symbol) =>
        [.. symbol.FindAll(Attributes.GameMetric).Select(attribute => new MetricSettings(attribute))];
}
