using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Finds conditions that hold for as long as there is a series, because nothing in them filters.</summary>
internal static class PresenceChecker
{
    public static void Check(Expression expression, List<ConditionError> errors)
    {
        var bare = ExpressionWalk.Bare(expression);
        if (bare is BinaryExpression { ReturnsBool: true } binary)
        {
            errors.Add(new(
                ConditionProblem.Constant,
                binary.OperatorRange,
                "the condition holds always: with \"bool\" the result is 0 or 1, and either is a result; leave out \"bool\""));
            return;
        }

        if (bare.Kind == ValueKind.Scalar)
        {
            errors.Add(new(ConditionProblem.Constant, expression.Range, "the condition holds always: a number is a result whatever it is; compare a metric with it"));
            return;
        }

        if (!ExpressionWalk.All(expression).Any(Filters))
        {
            errors.Add(new(
                ConditionProblem.Constant,
                expression.Range,
                "the condition holds for as long as there is a series, since it compares nothing; add a comparison, as in … > 5"));
        }
    }

    private static bool Filters(Expression node) => node switch
    {
        BinaryExpression binary => (binary.Operator.IsComparison() && !binary.ReturnsBool) || binary.Operator is BinaryOperator.And or BinaryOperator.Unless,
        CallExpression call => call.Function.Name is "absent" or "absent_over_time",

        // ALERTS is there only while an alert is.
        VectorSelector selector => ExpressionWalk.NameOf(selector) is "ALERTS" or null,
        _ => false,
    };
}
