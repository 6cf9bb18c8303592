using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>A parameter or member that a label's values come from.</summary>
/// <param name="Symbol">The parameter or member.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Attribute">Its <c>[MetricLabel]</c>, which a parameter of a metric does without.</param>
internal sealed record LabelSource(ISymbol Symbol, string Name, ITypeSymbol Type, AttributeData? Attribute)
{
    public string LabelName => Attribute?.FirstString() ?? SnakeCase.Of(Name);

    public SourceLocation? Location => (Attribute is null ? null : SourceLocation.Of(Attribute)) ?? SourceLocation.Of(Symbol);
}
