using System.Text;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Writes durations and their arithmetic.</summary>
internal static class DurationPrinter
{
    /// <summary>A literal alone is written as a duration, whichever way it was given: <c>[300]</c> becomes <c>[5m]</c>.</summary>
    public static void AppendRange(StringBuilder text, DurationExpression duration)
    {
        if (duration is DurationLiteral literal)
        {
            text.Append(DurationText.Format(literal.Milliseconds));
        }
        else
        {
            Append(text, duration);
        }
    }

    public static void Append(StringBuilder text, DurationExpression duration)
    {
        switch (duration)
        {
            case DurationLiteral literal:
                text.Append(literal.IsDuration ? Format(literal.Seconds) : Numbers.Format(literal.Seconds));
                break;
            case DurationOfQuery query:
                text.Append(query.IsStep ? "step()" : "range()");
                break;
            case DurationNegation negation:
                text.Append('-');
                Append(text, negation.Operand);
                break;
            case DurationParen paren:
                text.Append('(');
                Append(text, paren.Inner);
                text.Append(')');
                break;
            case DurationBinary binary:
                Append(text, binary.Left);
                text.Append(' ').Append(binary.Operator.Symbol()).Append(' ');
                Append(text, binary.Right);
                break;
            case DurationChoice choice:
                text.Append(choice.IsMaximum ? "max_of(" : "min_of(");
                Append(text, choice.Left);
                text.Append(", ");
                Append(text, choice.Right);
                text.Append(')');
                break;
        }
    }

    /// <summary>A length in seconds that was written as a duration.</summary>
    public static string Format(double seconds) => DurationText.Format(DurationArithmetic.ToMilliseconds(seconds));
}
