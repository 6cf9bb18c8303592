using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Whether the parts of a tree fit together (checkAST in promql/parser/parse.go).</summary>
internal static class TypeChecker
{
    public static void Check(Expression expression, List<ParseError> errors)
    {
        switch (expression)
        {
            case AggregateExpression aggregate:
                CheckAggregation(aggregate, errors);
                return;
            case CallExpression call:
                CallChecker.Check(call, errors);
                return;
            case BinaryExpression binary:
                BinaryChecker.Check(binary, errors);
                return;
            case VectorSelector selector:
                CheckSelector(selector, errors);
                return;
            case UnaryExpression unary when unary.Operand.Kind is not (ValueKind.Scalar or ValueKind.InstantVector):
                errors.Add(new ParseError(
                    unary.Range, $"unary expression only allowed on expressions of type scalar or instant vector, got \"{unary.Operand.Kind.Name()}\""));
                return;
            case SubqueryExpression subquery when subquery.Inner.Kind != ValueKind.InstantVector:
                errors.Add(new ParseError(
                    subquery.Range, $"subquery is only allowed on instant vector, got {subquery.Inner.Kind.Name()} instead"));
                return;
        }

        foreach (var child in expression.Children)
        {
            Check(child, errors);
        }
    }

    public static void Expect(Expression expression, ValueKind wanted, string context, List<ParseError> errors)
    {
        Check(expression, errors);
        if (expression.Kind != wanted)
        {
            errors.Add(new ParseError(
                expression.Range, $"expected type {wanted.Name()} in {context}, got {expression.Kind.Name()}{Hint(wanted, expression)}"));
        }
    }

    private static string Hint(ValueKind wanted, Expression expression) => (wanted, expression.Kind) switch
    {
        (ValueKind.RangeVector, ValueKind.InstantVector) when expression is VectorSelector => "; add a range, as in x[5m]",
        (ValueKind.RangeVector, ValueKind.InstantVector) => "; make it a subquery, as in (…)[1h:1m]",
        (ValueKind.InstantVector, ValueKind.RangeVector) => "; leave out the range, or put rate(…) or another function of ranges around it",
        (ValueKind.InstantVector, ValueKind.Scalar) => "; vector(…) makes a vector of a number",
        (ValueKind.Scalar, ValueKind.InstantVector) => "; scalar(…) makes a number of a vector with one series",
        (ValueKind.String, _) => "; write it in quotes",
        _ => "",
    };

    private static void CheckAggregation(AggregateExpression aggregate, List<ParseError> errors)
    {
        Expect(aggregate.Operand, ValueKind.InstantVector, "aggregation expression", errors);
        if (aggregate.Parameter is not null)
        {
            var wanted = aggregate.Operator == AggregationOperator.CountValues ? ValueKind.String : ValueKind.Scalar;
            Expect(aggregate.Parameter, wanted, "aggregation parameter", errors);
        }
    }

    // A selector that matches everything is nearly always a typing error, and would load all there is.
    private static void CheckSelector(VectorSelector selector, List<ParseError> errors)
    {
        if (!selector.Matchers.Any(MatcherEmptiness.RefusesEmpty))
        {
            errors.Add(new ParseError(
                selector.Range, "vector selector must contain at least one non-empty matcher; name a metric or require a label"));
        }
    }
}
