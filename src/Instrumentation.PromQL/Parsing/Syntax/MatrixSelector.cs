namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>The samples of each matching series within a range: <c>x[5m]</c>.</summary>
/// <param name="Selector">The series, with the modifiers of the whole.</param>
/// <param name="Duration">How far the range reaches back.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record MatrixSelector(VectorSelector Selector, DurationExpression Duration, SourceRange Range) : Expression(Range)
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.RangeVector;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => [Selector];
}
