using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Finds quantiles of what has lost its buckets: they have no result, ever.</summary>
internal static class QuantileChecker
{
    public static void Check(Expression expression, List<ConditionError> errors)
    {
        foreach (var call in ExpressionWalk.All(expression).OfType<CallExpression>())
        {
            if (call.Function.Name == "histogram_quantile" && call.Arguments.Count == 2)
            {
                CheckBuckets(call.Arguments[1], errors);
                CheckQuantile(call.Arguments[0], errors);
            }
        }
    }

    private static void CheckQuantile(Expression quantile, List<ConditionError> errors)
    {
        if (ExpressionWalk.Bare(quantile) is NumberLiteral { Value: < 0 or > 1 } number)
        {
            errors.Add(new(
                ConditionProblem.WrongUnit,
                number.Range,
                number.Value is > 1 and <= 100
                    ? $"a quantile is from 0 to 1; did you mean {Parsing.Numbers.Format(number.Value / 100)}?"
                    : "a quantile is from 0 to 1")
            {
                Replacement = number.Value is > 1 and <= 100 ? Parsing.Numbers.Format(number.Value / 100) : null,
            });
        }
    }

    private static void CheckBuckets(Expression buckets, List<ConditionError> errors)
    {
        switch (ExpressionWalk.Bare(buckets))
        {
            case AggregateExpression { Without: false } aggregate when !aggregate.Grouping.Contains("le") && ReadsBuckets(aggregate):
                errors.Add(new(
                    ConditionProblem.WrongKind,
                    new(aggregate.Range.Start, aggregate.Operand.Range.Start),
                    aggregate.Grouping.Count == 0
                        ? "the label le, which tells the buckets apart, is lost here; write sum by (le) (…)"
                        : $"the label le, which tells the buckets apart, is lost here; write by (le, {string.Join(", ", aggregate.Grouping)})"));
                break;
            case AggregateExpression { Without: true } aggregate when aggregate.Grouping.Contains("le") && ReadsBuckets(aggregate):
                errors.Add(new(
                    ConditionProblem.WrongKind,
                    new(aggregate.Range.Start, aggregate.Operand.Range.Start),
                    "the label le, which tells the buckets apart, is lost here; leave it out of \"without\""));
                break;
        }
    }

    // A native histogram has no buckets apart; by its name a series of buckets is known.
    private static bool ReadsBuckets(Expression expression) => ExpressionWalk.All(expression)
        .OfType<VectorSelector>()
        .Any(static selector => ExpressionWalk.NameOf(selector) is { } name && name.EndsWith("_bucket", StringComparison.Ordinal));
}
