using Instrumentation.Analyzers.Cardinality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.RawApis;

/// <summary>
/// Finds the tags in calls of <c>System.Diagnostics.Metrics</c>, which is OpenTelemetry's API as well: key-value pairs, arrays and collections of them, and tag lists, in place or
/// in a local variable. Tags of an Activity are none of these: a span may bear any value.
/// </summary>
internal static class MeterTags
{
    private const int MaxDepth = 4;

    internal static IEnumerable<Tag> Of(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Add" or "Record", ContainingType: { Name: "Counter" or "UpDownCounter" or "Histogram" or "Gauge" } type } when IsMetrics(type) => Of(call.Arguments.Skip(1)),
        { Name: "Add" } when call.Instance is IPropertyReferenceOperation { Property: { Name: "Tags", ContainingType.Name: "IHttpMetricsTagsFeature" } } => Of(call.Arguments),
        { Name: "Add", ContainingType: { Name: "TagList", ContainingNamespace.Name: "Diagnostics" } } when call.Instance is IParameterReferenceOperation => Added(call, 0),
        { Name: "AddCustomTag", ContainingType.Name: "HttpMetricsEnrichmentContext" } when call.Arguments.Length == 2 =>
            [new(Text(call.Arguments[0].Value), call.Arguments[1].Value)],
        _ => [],
    };

    internal static IEnumerable<Tag> Of(IObjectCreationOperation creation) =>
        creation.Type is INamedTypeSymbol { Name: "Measurement" } type && IsMetrics(type) ? Of(creation.Arguments.Skip(1)) : [];

    private static bool IsMetrics(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Metrics", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } };

    private static IEnumerable<Tag> Of(IEnumerable<IArgumentOperation> arguments) => arguments.SelectMany(static argument => Of(argument.Value, 0));

    private static IEnumerable<Tag> Of(IOperation? value, int depth)
    {
        if (value is null || depth > MaxDepth)
        {
            return [];
        }

        depth++;
        return ValueBounds.Unwrap(value) switch
        {
            IArrayCreationOperation { Initializer: { } items } => items.ElementValues.SelectMany(item => Of(item, depth)),
            ICollectionExpressionOperation collection => collection.Elements.SelectMany(item => Of(item, depth)),
            IObjectCreationOperation { Type.Name: "KeyValuePair", Arguments.Length: 2 } pair => [new(Text(pair.Arguments[0].Value), pair.Arguments[1].Value)],

            // KeyValuePair.Create, or a helper of one's own that makes a tag of a name and a value.
            IInvocationOperation { Type.Name: "KeyValuePair", Arguments.Length: 2 } pair when Text(pair.Arguments[0].Value) is not null =>
                [new(Text(pair.Arguments[0].Value), pair.Arguments[1].Value)],
            IObjectCreationOperation { Type.Name: "TagList" } list => list.Arguments.SelectMany(argument => Of(argument.Value, depth))
                .Concat(list.Initializer?.Initializers.OfType<IInvocationOperation>().SelectMany(add => Added(add, depth)) ?? []),
            ILocalReferenceOperation local => LocalValues.Of(local).SelectMany(given => Of(given, depth))
                .Concat(local.Type?.Name == "TagList" ? LocalValues.CallsOn(local).SelectMany(add => Added(add, depth)) : []),
            _ => [],
        };
    }

    private static IEnumerable<Tag> Added(IInvocationOperation add, int depth) => add switch
    {
        { TargetMethod.Name: "Add", Arguments.Length: 2 } => [new(Text(add.Arguments[0].Value), add.Arguments[1].Value)],
        { TargetMethod.Name: "Add", Arguments.Length: 1 } => Of(add.Arguments[0].Value, depth),
        _ => [],
    };

    private static string? Text(IOperation name) => name.ConstantValue.Value as string;
}
