namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>An expression with a sign before it.</summary>
/// <param name="Negates">True for minus, false for plus.</param>
/// <param name="Operand">What the sign stands before.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record UnaryExpression(bool Negates, Expression Operand, SourceRange Range) : Expression(Range)
{
    /// <inheritdoc/>
    public override ValueKind Kind => Operand.Kind;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => [Operand];
}
