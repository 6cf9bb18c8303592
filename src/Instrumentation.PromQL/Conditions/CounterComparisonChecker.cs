using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>
/// Finds comparisons of a counter's value with a number, which any counter passes sooner or later. Whether it has counted anything may be asked; and so may whether it has counted enough
/// for what another condition beside it says to mean something.
/// </summary>
internal static class CounterComparisonChecker
{
    public static void Check(Expression condition, MetricCatalog catalog, List<ConditionError> errors) => Check(condition, isGuard: false, catalog, errors);

    private static void Check(Expression expression, bool isGuard, MetricCatalog catalog, List<ConditionError> errors)
    {
        if (expression is BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Unless } both)
        {
            Check(both.Left, isGuard || (both.Operator == BinaryOperator.And && Tests(both.Right, catalog)), catalog, errors);
            Check(both.Right, isGuard: true, catalog, errors);
            return;
        }

        if (!isGuard && expression is BinaryExpression comparison && CounterIn(comparison, catalog) is { } selector)
        {
            var name = ExpressionWalk.NameOf(selector);
            errors.Add(new(
                ConditionProblem.WrongKind,
                SelectorChecker.NamePlace(selector),
                $"'{name}' counts from the start of the process, so it passes any threshold sooner or later; write rate({name}[5m]) or increase({name}[5m])"));
        }

        foreach (var child in expression.Children)
        {
            Check(child, isGuard, catalog, errors);
        }
    }

    /// <summary>Whether the expression says something by itself, that is, more than what counters have come to.</summary>
    private static bool Tests(Expression expression, MetricCatalog catalog) => ExpressionWalk.All(expression).Any(node => node switch
    {
        BinaryExpression { ReturnsBool: false } binary when binary.Operator.IsComparison() => CounterIn(binary, catalog) is null,
        CallExpression { Function.Name: "absent" or "absent_over_time" } => true,
        _ => false,
    });

    /// <summary>The selector of the counter of which the value itself is compared with more than "anything at all"; null for any other expression.</summary>
    private static VectorSelector? CounterIn(BinaryExpression binary, MetricCatalog catalog)
    {
        // That it is equal to something is asked of what has not counted yet, or not again.
        if (!binary.Operator.IsComparison() || binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            return null;
        }

        var (thing, number) = binary.Right.Kind == ValueKind.Scalar ? (binary.Left, binary.Right) : (binary.Right, binary.Left);
        return number.Kind == ValueKind.Scalar && thing.Kind == ValueKind.InstantVector
            && ExpressionWalk.Bare(number) is not NumberLiteral { Value: 0 or 1 }
            && Raw(thing) is { } selector
            && CatalogChecker.Find(selector, catalog, out var suffix) is { } metric && (metric.Kind == SubjectKind.Counter || suffix.Length > 0)
                ? selector
                : null;
    }

    /// <summary>The selector of which the values themselves are compared; null when something is made of them before.</summary>
    private static VectorSelector? Raw(Expression expression) => ExpressionWalk.Bare(expression) switch
    {
        VectorSelector selector => selector,
        AggregateExpression { Operator: AggregationOperator.Sum or AggregationOperator.Max or AggregationOperator.Min or AggregationOperator.Avg } aggregate =>
            Raw(aggregate.Operand),
        _ => null,
    };
}
