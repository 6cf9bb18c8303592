namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>A number; a sign before it is part of it.</summary>
/// <param name="Value">The number; seconds if written as a duration.</param>
/// <param name="IsDuration">Whether it was written as a duration, such as <c>5m</c>.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record NumberLiteral(double Value, bool IsDuration, SourceRange Range) : Expression(Range)
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Scalar;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => [];
}
