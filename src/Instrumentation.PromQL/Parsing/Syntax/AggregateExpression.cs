namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>An aggregation over the series of a vector.</summary>
/// <param name="Operator">The way of aggregating.</param>
/// <param name="Parameter">What stands before the vector, for the operators that take it.</param>
/// <param name="Operand">The vector.</param>
/// <param name="Grouping">The labels of <c>by</c> or <c>without</c>.</param>
/// <param name="Without">Whether the labels are those to drop.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record AggregateExpression(
    AggregationOperator Operator, Expression? Parameter, Expression Operand, IReadOnlyList<string> Grouping, bool Without, SourceRange Range)
    : Expression(Range)
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.InstantVector;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => Parameter is null ? [Operand] : [Parameter, Operand];
}
