using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.Alerting.History;

/// <summary>What an expression reads: its selectors, and how far back.</summary>
internal static class RuleReach
{
    /// <summary>The selectors of an expression, in order of the text.</summary>
    internal static IEnumerable<VectorSelector> Selectors(Expression expression)
    {
        if (expression is VectorSelector selector)
        {
            yield return selector;
        }

        foreach (var child in expression.Children)
        {
            foreach (var found in Selectors(child))
            {
                yield return found;
            }
        }
    }

    /// <summary>The longest window of an expression, subqueries and offsets included and the lookback of lone selectors left out; in milliseconds.</summary>
    internal static long Window(Expression expression) => expression switch
    {
        VectorSelector selector => Offset(selector.Shift),
        MatrixSelector matrix => Length(matrix.Duration) + Offset(matrix.Selector.Shift),
        SubqueryExpression subquery => Length(subquery.Duration) + Offset(subquery.Shift) + Window(subquery.Inner),
        _ => expression.Children.Select(Window).DefaultIfEmpty(0).Max(),
    };

    private static long Offset(TimeShift shift) => shift.Offset is null ? 0 : Math.Max(0, Length(shift.Offset));

    // What cannot be worked out before the query runs is refused when it does.
    private static long Length(DurationExpression duration) =>
        DurationArithmetic.Evaluate(duration, 0, 0, mayBeNegative: true, out var milliseconds) is null ? milliseconds : 0;
}
