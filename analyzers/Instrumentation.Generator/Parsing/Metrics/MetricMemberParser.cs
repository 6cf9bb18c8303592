using Instrumentation.Generator.Model.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>Parses a member that bears <c>[GameMetric]</c>, other than those that an event records.</summary>
internal static class MetricMemberParser
{
    public static ParsedMember Parse(ISymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var declared = (symbol as IMethodSymbol)?.PartialDefinitionPart ?? symbol;
        var all = MetricSettings.AllOf(declared);
        if (EventParser.IsMemberOfEvent(declared) || HalfTyped.Is(declared.ContainingType))
        {
            return ParsedMember.Nothing;
        }

        var findings = new FindingList();
        if (declared is IPropertySymbol property && OfBackingField(property) is { Count: > 0 } aimed)
        {
            Refuse(findings, aimed[0], declared, "a field without a name", "aim the attribute at the property, by leaving out 'field:'");
        }

        if (all.Count == 0)
        {
            return ParsedMember.Nothing with { Findings = findings.ToArray() };
        }

        var settings = all[0];
        if (all.Count > 1)
        {
            Refuse(
                findings,
                all[1],
                declared,
                "a member with more than one GameMetric",
                "each method records one metric, or the value of a call would be anybody's; declare a method for each, or a GameEvent");
        }

        var (method, reader, metric) = declared switch
        {
            IMethodSymbol { MethodKind: MethodKind.Ordinary } ordinary => IsRead(ordinary)
                ? Read(MetricReaderParser.Parse(ordinary, settings, compilation, findings, cancellation))
                : Recorded(MetricMethodParser.Parse(ordinary, settings, compilation, findings, cancellation)),
            IPropertySymbol or IFieldSymbol => Read(MetricReaderParser.Parse(declared, settings, compilation, findings, cancellation)),
            _ => Unsupported(declared, settings, findings),
        };
        return new(metric, findings.IsRefused, settings.Location, method, findings.IsRefused ? null : reader, findings.ToArray());
    }

    internal static void Refuse(FindingList findings, MetricSettings settings, ISymbol symbol, string construct, string why) =>
        findings.Refuse(FindingIds.MetricNotSupported, settings.Location, Display(symbol), construct, why);

    internal static string Display(ISymbol symbol) => symbol is IMethodSymbol method ? OperationParser.Display(method) : symbol.Name;

    /// <summary>Whether a symbol, or the field behind a property, bears the attribute.</summary>
    internal static bool IsAnnotated(ISymbol symbol) =>
        symbol.Has(Attributes.GameMetric) || (symbol is IPropertySymbol property && OfBackingField(property).Count > 0);

    private static IReadOnlyList<MetricSettings> OfBackingField(IPropertySymbol property) =>
        property.ContainingType.GetMembers($"<{property.Name}>k__BackingField").FirstOrDefault() is { } field ? MetricSettings.AllOf(field) : [];

    /// <summary>A method that has a body of its own, takes nothing and gives a value.</summary>
    private static bool IsRead(IMethodSymbol method) =>
        method is { Parameters.Length: 0, ReturnsVoid: false } && !SecondDoorParser.HasNoBody(method);

    private static (MetricMethodModel? Method, MetricReaderModel? Reader, MetricModel? Metric) Read(
        (MetricReaderModel? Reader, MetricModel Metric) parsed) => (null, parsed.Reader, parsed.Metric);

    private static (MetricMethodModel? Method, MetricReaderModel? Reader, MetricModel? Metric) Recorded(
        (MetricMethodModel? Method, MetricModel Metric) parsed) => (parsed.Method, null, parsed.Metric);

    private static (MetricMethodModel? Method, MetricReaderModel? Reader, MetricModel? Metric) Unsupported(
        ISymbol symbol, MetricSettings settings, FindingList findings)
    {
        var (construct, why) = symbol switch
        {
            IParameterSymbol => ("a parameter", "only the parameters of a GameEvent's primary constructor are recorded; put the attribute on the method"),
            IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet } => ("an accessor", "put the attribute on the property"),
            IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } =>
                ("a function within a method", "only members of a type can be generated or read"),
            _ => ("a member of this kind", "a metric is a partial method, or a property, field or method with a value"),
        };
        Refuse(findings, settings, symbol, construct, why);
        return default;
    }
}
