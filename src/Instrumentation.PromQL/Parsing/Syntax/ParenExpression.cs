namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>An expression in parentheses.</summary>
/// <param name="Inner">What they enclose.</param>
/// <param name="Range">Where it stands in the query, parentheses included.</param>
public sealed record ParenExpression(Expression Inner, SourceRange Range) : Expression(Range)
{
    /// <inheritdoc/>
    public override ValueKind Kind => Inner.Kind;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => [Inner];
}
