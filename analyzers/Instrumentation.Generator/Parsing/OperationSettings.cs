using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>A <c>[MonitoredOperation]</c> as it was written; null for what was left out.</summary>
internal sealed class OperationSettings(AttributeData attribute)
{
    public string? Name { get; } = attribute.FirstString();

    public string? Metric { get; } = attribute.Argument(nameof(Metric)).Value as string;

    public string? Help { get; } = attribute.Argument(nameof(Help)).Value as string;

    public IReadOnlyList<double>? Buckets { get; } = attribute.Array<double>(nameof(Buckets));

    public int? SampleEvery { get; } = attribute.Argument(nameof(SampleEvery)).Value as int?;

    public bool? Trace { get; } = attribute.Argument(nameof(Trace)).Value as bool?;

    public SourceLocation? Location { get; } = SourceLocation.Of(attribute);

    /// <summary>Where a setting stands, to report it there; null for the name.</summary>
    public SourceLocation? LocationOf(string? setting) => SourceLocation.Of(attribute, setting);

    public static OperationSettings? Of(ISymbol symbol) =>
        symbol.Find(Attributes.MonitoredOperation) is { } attribute ? new(attribute) : null;
}
