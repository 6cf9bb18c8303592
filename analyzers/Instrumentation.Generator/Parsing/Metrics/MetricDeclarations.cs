using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>The metrics that the attributes on a symbol declare, whatever kind of symbol it is. What the analyzers ask.</summary>
/// <param name="Metrics">The metrics, refused ones included as far as they could be made out.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record MetricDeclarations(EquatableArray<LocatedMetric> Metrics, EquatableArray<Finding> Findings)
{
    public static readonly MetricDeclarations None = new(EquatableArray<LocatedMetric>.Empty, EquatableArray<Finding>.Empty);

    /// <param name="symbol">
    /// A type with <c>[GameEvent]</c>, or a method, property, field or parameter with <c>[GameMetric]</c>. The members of an event are part of what its type declares, and
    /// declare nothing themselves.
    /// </param>
    /// <param name="compilation">The compilation it belongs to.</param>
    /// <param name="cancellation">Stops the parsing.</param>
    public static MetricDeclarations Of(ISymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        switch (symbol)
        {
            case INamedTypeSymbol type when type.Has(Attributes.GameEvent):
                var parsedEvent = EventParser.Parse(type, compilation, cancellation);
                return new(parsedEvent.Metrics, parsedEvent.Findings);
            case IMethodSymbol { PartialDefinitionPart: null } or IPropertySymbol or IFieldSymbol or IParameterSymbol when MetricMemberParser.IsAnnotated(symbol):
                var member = MetricMemberParser.Parse(symbol, compilation, cancellation);
                return new(member.Metric is { } metric ? new([new LocatedMetric(metric, member.Location)]) : EquatableArray<LocatedMetric>.Empty, member.Findings);
            default:
                return None;
        }
    }
}
