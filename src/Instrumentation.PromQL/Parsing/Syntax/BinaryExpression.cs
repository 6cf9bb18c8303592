namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>Two expressions with an operator between them.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
/// <param name="ReturnsBool">Whether a comparison gives 0 or 1 instead of filtering.</param>
/// <param name="Matching">How series find their partners; only of meaning between two vectors.</param>
/// <param name="OperatorRange">Where the operator with its modifiers stands in the query.</param>
public sealed record BinaryExpression(
    BinaryOperator Operator, Expression Left, Expression Right, bool ReturnsBool, VectorMatching Matching, SourceRange OperatorRange)
    : Expression(Left.Range.To(Right.Range))
{
    /// <inheritdoc/>
    public override ValueKind Kind =>
        Left.Kind == ValueKind.Scalar && Right.Kind == ValueKind.Scalar ? ValueKind.Scalar : ValueKind.InstantVector;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => [Left, Right];
}
