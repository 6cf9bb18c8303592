namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>How a selector treats the edges of what it selects.</summary>
public enum RangeExtension
{
    /// <summary>Only samples inside the range.</summary>
    None,

    /// <summary>The last sample before the range counts as its beginning.</summary>
    Anchored,

    /// <summary>Values at the edges are interpolated.</summary>
    Smoothed,
}

/// <summary>The newest sample of each matching series.</summary>
/// <param name="Name">The metric's name where it was written before the braces.</param>
/// <param name="Matchers">All conditions, the one for <paramref name="Name"/> last.</param>
/// <param name="Shift">Its place in time.</param>
/// <param name="Extension">How edges are treated.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record VectorSelector(
    string? Name, IReadOnlyList<LabelMatcher> Matchers, TimeShift Shift, RangeExtension Extension, SourceRange Range) : Expression(Range)
{
    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.InstantVector;

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => [];
}
