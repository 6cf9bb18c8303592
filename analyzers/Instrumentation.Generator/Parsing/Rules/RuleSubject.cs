using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;
using Instrumentation.Generator.Parsing.Metrics;
using Instrumentation.PromQL.Conditions;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>What a rule stands on.</summary>
/// <param name="Condition">What its shorthands stand for.</param>
/// <param name="Labels">The labels of its series, those of its arguments only.</param>
/// <param name="Member">The member, as <c>Type.Member</c>; null for the assembly.</param>
/// <param name="IsRefused">Whether the member is refused itself: what can be said of the rule depends on what becomes of it.</param>
internal sealed record RuleSubject(ConditionSubject Condition, EquatableArray<LabelModel> Labels, string? Member, bool IsRefused = false)
{
    public static RuleSubject Of(ISymbol symbol, Compilation compilation, RuleAssembly assembly, CancellationToken cancellation)
    {
        var declared = (symbol as IMethodSymbol)?.PartialDefinitionPart ?? symbol;
        switch (declared)
        {
            case IMethodSymbol method when Coverage.IsMonitored(method):
                return OperationParser.Parse(method, compilation, cancellation).Operation?.Definition is { } definition
                    ? OfOperation(definition, assembly, MemberOf(method))
                    : Refused(MemberOf(method));
            case INamedTypeSymbol type when type.Has(Attributes.GameEvent):
                var parsed = EventParser.Parse(type, compilation, cancellation);
                return parsed.Event is { IsRefused: false, Counter: { } counter } ? OfMetric(counter, assembly)
                    : parsed.Event is { IsRefused: false } ? new(ConditionSubject.None, parsed.Event.Labels, TypeParts.OperationName(type))
                    : Refused(TypeParts.OperationName(type));
            case INamedTypeSymbol type:
                return new(ConditionSubject.None, EquatableArray<LabelModel>.Empty, TypeParts.OperationName(type));
            case IMethodSymbol or IPropertySymbol or IFieldSymbol or IParameterSymbol when EventParser.IsMemberOfEvent(declared):
                var all = EventParser.Parse(declared.ContainingType, compilation, cancellation).Event;
                return all is { IsRefused: true } ? Refused(MemberOf(declared))
                    : all?.Metrics.FirstOrDefault(metric => metric.MemberName == declared.Name) is { } recorded ? OfMetric(recorded.Metric, assembly)
                    : Nothing(declared);
            case IMethodSymbol or IPropertySymbol or IFieldSymbol when declared.Has(Attributes.GameMetric):
                var member = MetricMemberParser.Parse(declared, compilation, cancellation);
                return member is { IsRefused: false, Metric: { } measured } ? OfMetric(measured, assembly) : Refused(MemberOf(declared));
            case IMethodSymbol or IPropertySymbol or IFieldSymbol or IParameterSymbol:
                return Nothing(declared);
            default:
                return new(ConditionSubject.None, EquatableArray<LabelModel>.Empty, null);
        }
    }

    public static RuleSubject OfOperation(DefinitionModel definition, RuleAssembly assembly, string member) => new(
        ConditionSubject.Operation(
            definition.Name,
            assembly.Prefix,
            assembly.Service,
            definition.Metric,
            definition.Buckets is { } buckets ? [.. buckets] : null),
        definition.Labels,
        member);

    public static SubjectKind KindOf(MetricKind kind) => kind switch
    {
        MetricKind.Counter => SubjectKind.Counter,
        MetricKind.UpDownCounter => SubjectKind.UpDownCounter,
        MetricKind.Histogram => SubjectKind.Histogram,
        _ => SubjectKind.Gauge,
    };

    public static string MemberOf(ISymbol symbol) => $"{TypeParts.OperationName(symbol.ContainingType)}.{symbol.Name}";

    private static RuleSubject OfMetric(MetricModel metric, RuleAssembly assembly) => new(
        ConditionSubject.OfMetric(
            KindOf(metric.Kind), assembly.WithPrefix(metric.Name), metric.Unit, metric.Buckets is { } buckets ? [.. buckets] : null),
        metric.Labels,
        metric.Member);

    private static RuleSubject Nothing(ISymbol symbol) => new(ConditionSubject.None, EquatableArray<LabelModel>.Empty, MemberOf(symbol));

    private static RuleSubject Refused(string member) => new(ConditionSubject.None, EquatableArray<LabelModel>.Empty, member, IsRefused: true);
}
