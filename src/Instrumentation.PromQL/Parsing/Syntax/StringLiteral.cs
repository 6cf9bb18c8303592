namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>A string.</summary>
/// <param name="Value">The string with escapes resolved.</param>
/// <param name="Range">Where it stands in the query, quotes included.</param>
public sealed record StringLiteral(string Value, SourceRange Range) : Expression(Range)
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.String;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => [];
}
