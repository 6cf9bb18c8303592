using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Works out which labels the result of an expression can have, where its form alone says so.</summary>
public static class ResultLabels
{
    /// <summary>The names of the labels; null when they depend on the series.</summary>
    /// <param name="expression">The expression.</param>
    public static IReadOnlyCollection<string>? Of(Expression expression) => ExpressionWalk.Bare(expression) switch
    {
        AggregateExpression { Operator: AggregationOperator.TopK or AggregationOperator.BottomK or AggregationOperator.LimitK or AggregationOperator.LimitRatio } ranking =>
            Of(ranking.Operand),
        AggregateExpression { Operator: AggregationOperator.CountValues } => null,
        AggregateExpression { Without: true } => null,
        AggregateExpression aggregate => aggregate.Grouping,
        NumberLiteral => [],
        UnaryExpression unary => Of(unary.Operand),
        BinaryExpression binary => OfBinary(binary),
        CallExpression { Function.Name: "label_replace" or "label_join" or "info" or "absent" or "absent_over_time" } => null,
        CallExpression { Function.Name: "vector" or "scalar" or "time" or "pi" } => [],
        CallExpression { Function.Name: "histogram_quantile" } quantile when quantile.Arguments.Count == 2 =>
            Of(quantile.Arguments[1])?.Where(static label => label != "le").ToList(),
        CallExpression { Arguments.Count: > 0 } call => Of(call.Arguments[0]),
        SubqueryExpression subquery => Of(subquery.Inner),
        _ => null,
    };

    private static IReadOnlyCollection<string>? OfBinary(BinaryExpression binary)
    {
        if (binary.Left.Kind == Parsing.ValueKind.Scalar)
        {
            return Of(binary.Right);
        }

        if (binary.Right.Kind == Parsing.ValueKind.Scalar || binary.Operator is BinaryOperator.And or BinaryOperator.Unless)
        {
            return Of(binary.Left);
        }

        // Which labels stay depends on how the sides find each other; a union names none that cannot be there.
        return Of(binary.Left) is { } left && Of(binary.Right) is { } right ? [.. left.Union(right)] : null;
    }
}
