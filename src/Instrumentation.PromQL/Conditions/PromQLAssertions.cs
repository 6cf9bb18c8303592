using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Finds what a PromQL expression asserts of what it compares with numbers.</summary>
internal static class PromQLAssertions
{
    // Whatever they are given, these are never below zero.
    private static readonly HashSet<string> s_notNegative = new(StringComparer.Ordinal)
    {
        "rate", "increase", "irate", "count_over_time", "changes", "resets", "abs", "sqrt", "present_over_time", "stddev_over_time", "stdvar_over_time",
    };

    public static Assertion Of(Expression expression)
    {
        expression = ExpressionWalk.Bare(expression);
        if (expression is not BinaryExpression binary)
        {
            return new UnknownAssertion();
        }

        return binary.Operator switch
        {
            BinaryOperator.And => new BothAssertion(Of(binary.Left), Of(binary.Right)),
            BinaryOperator.Or => new EitherAssertion(Of(binary.Left), Of(binary.Right)),
            BinaryOperator.Unless => Of(binary.Left),
            _ when binary.Operator.IsComparison() && !binary.ReturnsBool => Comparison(binary),
            _ => new UnknownAssertion(),
        };
    }

    private static Assertion Comparison(BinaryExpression binary)
    {
        if (Number(binary.Right) is { } right && binary.Left.Kind == ValueKind.InstantVector)
        {
            return Compare(binary.Left, binary.Operator, right, binary);
        }

        if (Number(binary.Left) is { } left && binary.Right.Kind == ValueKind.InstantVector)
        {
            var turned = binary.Operator switch
            {
                BinaryOperator.Greater => BinaryOperator.Less,
                BinaryOperator.Less => BinaryOperator.Greater,
                BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
                BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
                _ => binary.Operator,
            };
            return Compare(binary.Right, turned, left, binary);
        }

        return new UnknownAssertion();
    }

    private static ComparisonAssertion Compare(Expression thing, BinaryOperator comparison, double value, BinaryExpression binary)
    {
        var bare = ExpressionWalk.Bare(thing);
        return new(
            bare.ToString(),
            bare is VectorSelector { Name: { } name } ? name : "this",
            comparison,
            value,
            IsNeverNegative(bare) ? 0 : double.NegativeInfinity,
            double.PositiveInfinity,
            "",
            binary.Range);
    }

    /// <summary>A number, with its sign; null when it is something else.</summary>
    private static double? Number(Expression expression) => ExpressionWalk.Bare(expression) switch
    {
        NumberLiteral number => number.Value,
        UnaryExpression { Operand: NumberLiteral number } unary => unary.Negates ? -number.Value : number.Value,
        _ => null,
    };

    private static bool IsNeverNegative(Expression expression) => ExpressionWalk.Bare(expression) switch
    {
        CallExpression call => s_notNegative.Contains(call.Function.Name),
        AggregateExpression { Operator: AggregationOperator.Count or AggregationOperator.Group or AggregationOperator.Stddev or AggregationOperator.Stdvar } => true,
        AggregateExpression { Operator: not (AggregationOperator.CountValues or AggregationOperator.Quantile) } aggregate => IsNeverNegative(aggregate.Operand),
        BinaryExpression { Operator: BinaryOperator.Divide or BinaryOperator.Multiply or BinaryOperator.Add } binary =>
            IsNeverNegative(binary.Left) && IsNeverNegative(binary.Right),
        NumberLiteral number => number.Value >= 0,
        _ => false,
    };
}
