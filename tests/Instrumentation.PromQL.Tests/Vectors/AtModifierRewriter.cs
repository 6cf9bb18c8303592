using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>Fixes all selectors of a query to one time, so that it gives the same whenever it is evaluated (atModifierTestCases in promqltest).</summary>
public static class AtModifierRewriter
{
    private static readonly HashSet<string> s_dependOnTime =
    [
        "days_in_month", "day_of_month", "day_of_week", "day_of_year", "end", "hour", "minute", "month", "year",
        "predict_linear", "range", "start", "step", "time", "timestamp",
    ];

    /// <summary>Null if the query depends on the time of evaluation all the same.</summary>
    public static Expression? Fix(Expression expression, long time) =>
        Depends(expression, fixedAbove: false) ? null : Rewrite(expression, time);

    private static bool Depends(Expression expression, bool fixedAbove)
    {
        if (expression is CallExpression call && s_dependOnTime.Contains(call.Function.Name) && !fixedAbove)
        {
            return true;
        }

        // Below a subquery everything is fixed with it.
        return expression.Children.Any(child => Depends(child, fixedAbove || expression is SubqueryExpression));
    }

    private static Expression Rewrite(Expression expression, long time)
    {
        Expression Go(Expression child) => Rewrite(child, time);
        return expression switch
        {
            VectorSelector selector => selector with { Shift = Fix(selector.Shift, time) },
            MatrixSelector matrix => matrix with { Selector = (VectorSelector)Go(matrix.Selector) },
            SubqueryExpression subquery => subquery with { Shift = Fix(subquery.Shift, time) },
            ParenExpression paren => paren with { Inner = Go(paren.Inner) },
            UnaryExpression unary => unary with { Operand = Go(unary.Operand) },
            BinaryExpression binary => binary with { Left = Go(binary.Left), Right = Go(binary.Right) },
            AggregateExpression aggregate => aggregate with
            {
                Operand = Go(aggregate.Operand),
                Parameter = aggregate.Parameter is null ? null : Go(aggregate.Parameter),
            },
            CallExpression call when call.Function.Name == "info" => call with { Arguments = [Go(call.Arguments[0]), .. call.Arguments.Skip(1)] },
            CallExpression call => call with { Arguments = [.. call.Arguments.Select(Go)] },
            _ => expression,
        };
    }

    private static TimeShift Fix(TimeShift shift, long time) =>
        shift.Anchor == AtAnchor.Timestamp ? shift : shift with { Anchor = AtAnchor.Timestamp, Timestamp = time };
}
