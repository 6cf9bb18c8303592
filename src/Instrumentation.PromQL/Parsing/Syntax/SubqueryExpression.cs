namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>An expression evaluated at steps over a range: <c>rate(x[5m])[1h:1m]</c>.</summary>
/// <param name="Inner">What is evaluated.</param>
/// <param name="Duration">How far the range reaches back.</param>
/// <param name="Step">The distance of the steps; null for the default.</param>
/// <param name="Shift">Its place in time.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record SubqueryExpression(Expression Inner, DurationExpression Duration, DurationExpression? Step, TimeShift Shift, SourceRange Range)
    : Expression(Range)
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.RangeVector;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => [Inner];
}
