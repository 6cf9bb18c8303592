using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Declarations;

/// <summary>The parameters and members that are labels, with their types, which the generator's model no longer has.</summary>
internal static class DeclaredLabels
{
    /// <summary>The labels that a method or an event declares; empty for any other symbol.</summary>
    internal static IEnumerable<LabelSource> Of(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { PartialDefinitionPart: null } method when method.Has(Attributes.GameMetric) => method.Parameters
            .Where(static parameter => !IsValue(parameter))
            .Select(static parameter => new LabelSource(parameter, parameter.Name, parameter.Type, parameter.Find(Attributes.MetricLabel))),
        IMethodSymbol { PartialDefinitionPart: null } method when Coverage.IsMonitored(method) => method.Parameters
            .Where(static parameter => parameter.Has(Attributes.MetricLabel))
            .Select(static parameter => new LabelSource(parameter, parameter.Name, parameter.Type, parameter.Find(Attributes.MetricLabel))),
        INamedTypeSymbol type when type.Has(Attributes.GameEvent) => EventSlot.AllOf(type)
            .Where(static slot => slot.Label is not null)
            .Select(static slot => new LabelSource(slot.Symbol, slot.Name, slot.Type, slot.Label)),
        _ => [],
    };

    /// <summary>Whether the parameter of a metric's method is what is recorded.</summary>
    internal static bool IsValue(IParameterSymbol parameter) =>
        !parameter.Has(Attributes.MetricLabel) && ValueParser.KindOf(parameter.Type, withBool: false) is not null;
}
