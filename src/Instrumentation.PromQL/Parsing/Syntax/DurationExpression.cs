namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>A length of time in a range, a step or an offset.</summary>
/// <param name="Range">Where it stands in the query.</param>
public abstract record DurationExpression(SourceRange Range)
{
    /// <summary>Canonical PromQL.</summary>
    public sealed override string ToString() => Printer.Print(this);
}

/// <summary>A duration or a number of seconds.</summary>
/// <param name="Seconds">The length.</param>
/// <param name="IsDuration">Whether it was written as a duration rather than as a number.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record DurationLiteral(double Seconds, bool IsDuration, SourceRange Range) : DurationExpression(Range)
{
    /// <summary>The length in whole milliseconds.</summary>
    public long Milliseconds => DurationArithmetic.ToMilliseconds(Seconds);
}

/// <summary><c>step()</c> or <c>range()</c> of the query.</summary>
/// <param name="IsStep">True for the step, false for the range.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record DurationOfQuery(bool IsStep, SourceRange Range) : DurationExpression(Range);

/// <summary>A duration with a minus sign.</summary>
/// <param name="Operand">What is negated.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record DurationNegation(DurationExpression Operand, SourceRange Range) : DurationExpression(Range);

/// <summary>A duration in parentheses.</summary>
/// <param name="Inner">What they enclose.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record DurationParen(DurationExpression Inner, SourceRange Range) : DurationExpression(Range);

/// <summary>Arithmetic of two durations.</summary>
/// <param name="Operator">One of the arithmetic operators.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
public sealed record DurationBinary(BinaryOperator Operator, DurationExpression Left, DurationExpression Right)
    : DurationExpression(Left.Range.To(Right.Range));

/// <summary><c>min_of(a, b)</c> or <c>max_of(a, b)</c>.</summary>
/// <param name="IsMaximum">True for the larger, false for the smaller.</param>
/// <param name="Left">One.</param>
/// <param name="Right">The other.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record DurationChoice(bool IsMaximum, DurationExpression Left, DurationExpression Right, SourceRange Range)
    : DurationExpression(Range);
