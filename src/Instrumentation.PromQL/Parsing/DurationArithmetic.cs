using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Works out durations once a query's step and range are known (promql/durations.go).</summary>
public static class DurationArithmetic
{
    /// <summary>What Go's time.Duration can hold, in seconds.</summary>
    internal const double LongestSeconds = 9223372036.854775807;

    /// <summary>Whole milliseconds of a length in seconds: rounded to nanoseconds, then cut.</summary>
    /// <param name="seconds">The length, within about ±292 years.</param>
    public static long ToMilliseconds(double seconds) => (long)(Math.Round(seconds * 1e9, MidpointRounding.AwayFromZero) / 1e6);

    /// <summary>Evaluates a duration.</summary>
    /// <param name="duration">The expression.</param>
    /// <param name="step">The query's step in milliseconds; 0 for an instant query.</param>
    /// <param name="range">The distance of the query's start and end in milliseconds.</param>
    /// <param name="mayBeNegative">Whether zero and below are allowed, as in an offset.</param>
    /// <param name="milliseconds">The result.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static ParseError? Evaluate(DurationExpression duration, long step, long range, bool mayBeNegative, out long milliseconds)
    {
        milliseconds = 0;
        if (duration is DurationLiteral literal)
        {
            milliseconds = literal.Milliseconds;
            return null;
        }

        ParseError? error = null;
        var seconds = Evaluate(duration, step / 1000.0, range / 1000.0, ref error);
        if (error is not null)
        {
            return error;
        }

        if (double.IsNaN(seconds) || double.IsInfinity(seconds))
        {
            return new ParseError(duration.Range, "duration is NaN or infinite");
        }

        if (seconds <= 0 && !mayBeNegative)
        {
            return new ParseError(duration.Range, "duration must be greater than 0");
        }

        if (Math.Abs(seconds) > LongestSeconds)
        {
            return new ParseError(duration.Range, "duration is out of range");
        }

        milliseconds = (long)(seconds * 1000);
        return null;
    }

    private static double Evaluate(DurationExpression duration, double step, double range, ref ParseError? error)
    {
        switch (duration)
        {
            case DurationLiteral literal:
                return literal.Seconds;
            case DurationOfQuery query:
                return query.IsStep ? step : range;
            case DurationParen paren:
                return Evaluate(paren.Inner, step, range, ref error);
            case DurationNegation negation:
                return -Evaluate(negation.Operand, step, range, ref error);
            case DurationChoice choice:
                var one = Evaluate(choice.Left, step, range, ref error);
                var other = Evaluate(choice.Right, step, range, ref error);
                return choice.IsMaximum ? Math.Max(one, other) : Math.Min(one, other);
            case DurationBinary binary:
                var left = Evaluate(binary.Left, step, range, ref error);
                var right = Evaluate(binary.Right, step, range, ref error);
                if (right == 0 && binary.Operator is (BinaryOperator.Divide or BinaryOperator.Modulo))
                {
                    error ??= new ParseError(binary.Right.Range, binary.Operator == BinaryOperator.Divide ? "division by zero" : "modulo by zero");
                    return double.NaN;
                }

                return binary.Operator switch
                {
                    BinaryOperator.Add => left + right,
                    BinaryOperator.Subtract => left - right,
                    BinaryOperator.Multiply => left * right,
                    BinaryOperator.Divide => left / right,
                    BinaryOperator.Modulo => left % right,
                    _ => Math.Pow(left, right),
                };
            default:
                throw new InvalidOperationException($"A duration of an unknown form: {duration.GetType().Name}.");
        }
    }
}
