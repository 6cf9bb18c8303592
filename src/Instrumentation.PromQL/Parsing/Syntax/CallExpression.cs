namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>A call of a function.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">What it is given.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record CallExpression(FunctionSignature Function, IReadOnlyList<Expression> Arguments, SourceRange Range) : Expression(Range)
{
    /// <inheritdoc/>
    public override ValueKind Kind => Function.Result;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => Arguments;
}
