using Instrumentation.Analyzers.Cardinality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.RawApis;

/// <summary>Finds the label values in calls of <c>prometheus-net</c>, and their names where the metric is created in sight.</summary>
internal static class PrometheusLabels
{
    internal static IEnumerable<Tag> Of(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "WithLabels" or "Labels" or "AcquireLease" or "WithLease" or "WithLeaseAsync" or "AcquireRefLease" } method
            || !IsPrometheus(method.ContainingType) || method.ContainingType.Name is "IMetricFactory" or "MetricFactory" or "Metrics")
        {
            return [];
        }

        var values = call.Arguments.SelectMany(static argument => Values(argument.Value)).ToList();
        if (values.Count == 0)
        {
            return [];
        }

        var instance = call.Instance ?? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0 && argument.Parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true })?.Value;
        var names = instance is null ? [] : Names(instance);
        return values.Select((value, index) => new Tag(names.Count == values.Count ? names[index] : null, value));
    }

    internal static bool IsPrometheus(ITypeSymbol? type) => type?.ContainingNamespace is { Name: "Prometheus", ContainingNamespace.IsGlobalNamespace: true };

    private static IEnumerable<IOperation> Values(IOperation argument) => ValueBounds.Unwrap(argument) switch
    {
        IArrayCreationOperation { Initializer: { } items } => items.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        ILocalReferenceOperation { Type: IArrayTypeSymbol } local => LocalValues.Of(local).SelectMany(Values),
        var value when value.Type?.SpecialType == SpecialType.System_String => [value],
        _ => [],
    };

    /// <summary>The names of the labels in order, null for one that is no literal; empty when the creation is not in sight.</summary>
    private static IReadOnlyList<string?> Names(IOperation metric) => ValueBounds.Unwrap(metric) switch
    {
        IInvocationOperation creation => InCreation((ExpressionSyntax)creation.Syntax),
        ILocalReferenceOperation local => LocalValues.Of(local).Select(static value => InCreation(value.Syntax as ExpressionSyntax)).FirstOrDefault(static names => names.Count > 0) ?? [],
        IMemberReferenceOperation member => Initializers(member.Member).Select(InCreation).FirstOrDefault(static names => names.Count > 0) ?? [],
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax?> Initializers(ISymbol member)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            yield return reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                _ => null,
            };
        }

        // Assigned in a constructor, by name: the semantic model of another file is not to be had here.
        foreach (var type in member.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var assignment in type.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == member.Name
                    || assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var field } && field == member.Name)
                {
                    yield return assignment.Right;
                }
            }
        }
    }

    private static IReadOnlyList<string?> InCreation(ExpressionSyntax? expression)
    {
        var creation = expression?.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(static call =>
            call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateCounter" or "CreateGauge" or "CreateHistogram" or "CreateSummary" });
        if (creation is null)
        {
            return [];
        }

        // Name and help come first; then the names themselves, an array of them, or a configuration that holds one.
        var names = new List<string?>();
        foreach (var argument in creation.ArgumentList.Arguments.Skip(2))
        {
            switch (argument.Expression)
            {
                case BaseObjectCreationExpressionSyntax configuration:
                    var setting = configuration.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
                        .FirstOrDefault(static assignment => assignment.Left.ToString() == "LabelNames");
                    names.AddRange(Elements(setting?.Right).Select(Text));
                    break;
                case ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax:
                    names.AddRange(Elements(argument.Expression).Select(Text));
                    break;
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression }:
                    names.Add(Text(argument.Expression));
                    break;
                default:
                    break;
            }
        }

        return names;
    }

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax? array) => array switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions,
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression),
        _ => [],
    };

    private static string? Text(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.Value: string text } ? text : null;
}
