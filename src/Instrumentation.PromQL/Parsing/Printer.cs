using System.Globalization;
using System.Text;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Writes a tree as canonical PromQL: what it writes parses to an equal tree (promql/parser/printer.go).</summary>
internal static class Printer
{
    public static string Print(Expression expression)
    {
        var text = new StringBuilder();
        Append(text, expression);
        return text.ToString();
    }

    public static string Print(DurationExpression duration)
    {
        var text = new StringBuilder();
        DurationPrinter.Append(text, duration);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Expression expression)
    {
        switch (expression)
        {
            case NumberLiteral number:
                text.Append(number.IsDuration ? DurationPrinter.Format(number.Value) : Numbers.Format(number.Value));
                break;
            case StringLiteral literal:
                StringLiterals.AppendQuoted(text, literal.Value);
                break;
            case ParenExpression paren:
                text.Append('(');
                Append(text, paren.Inner);
                text.Append(')');
                break;
            case UnaryExpression unary:
                text.Append(unary.Negates ? '-' : '+');
                Append(text, unary.Operand);
                break;
            case BinaryExpression binary:
                AppendLeft(text, binary);
                text.Append(' ').Append(binary.Operator.Symbol()).Append(binary.ReturnsBool ? " bool" : "");
                AppendMatching(text, binary.Matching);
                text.Append(' ');
                Append(text, binary.Right);
                break;
            case CallExpression call:
                text.Append(call.Function.Name).Append('(');
                AppendList(text, call.Arguments);
                text.Append(')');
                break;
            case AggregateExpression aggregate:
                AppendAggregation(text, aggregate);
                break;
            case VectorSelector selector:
                AppendSelector(text, selector);
                AppendModifiers(text, selector.Shift, selector.Extension);
                break;
            case MatrixSelector matrix:
                AppendSelector(text, matrix.Selector);
                text.Append('[');
                DurationPrinter.AppendRange(text, matrix.Duration);
                text.Append(']');
                AppendModifiers(text, matrix.Selector.Shift, matrix.Selector.Extension);
                break;
            case SubqueryExpression subquery:
                Append(text, subquery.Inner);
                text.Append('[');
                DurationPrinter.AppendRange(text, subquery.Duration);
                text.Append(':');
                if (subquery.Step is not null)
                {
                    DurationPrinter.AppendRange(text, subquery.Step);
                }

                text.Append(']');
                AppendModifiers(text, subquery.Shift, RangeExtension.None);
                break;
        }
    }

    // The plus of +Inf would be read as a sign, which binds less tightly than ^.
    private static void AppendLeft(StringBuilder text, BinaryExpression binary)
    {
        if (binary.Operator == BinaryOperator.Power && binary.Left is NumberLiteral { Value: double.PositiveInfinity })
        {
            text.Append("Inf");
        }
        else
        {
            Append(text, binary.Left);
        }
    }

    private static void AppendAggregation(StringBuilder text, AggregateExpression aggregate)
    {
        text.Append(aggregate.Operator.Name());
        if (aggregate.Without || aggregate.Grouping.Count > 0)
        {
            text.Append(aggregate.Without ? " without (" : " by (");
            AppendLabels(text, aggregate.Grouping);
            text.Append(") ");
        }

        text.Append('(');
        AppendList(text, aggregate.Children);
        text.Append(')');
    }

    private static void AppendSelector(StringBuilder text, VectorSelector selector)
    {
        text.Append(selector.Name);
        var matchers = selector.Matchers
            .Take(selector.Matchers.Count - (selector.Name is null ? 0 : 1))
            .Select(static matcher => matcher.ToString())
            .OrderBy(static matcher => matcher, StringComparer.Ordinal)
            .ToList();
        if (matchers.Count > 0 || selector.Name is null)
        {
            text.Append('{').Append(string.Join(",", matchers)).Append('}');
        }
    }

    private static void AppendModifiers(StringBuilder text, TimeShift shift, RangeExtension extension)
    {
        text.Append(extension switch { RangeExtension.Anchored => " anchored", RangeExtension.Smoothed => " smoothed", _ => "" });
        text.Append(shift.Anchor switch
        {
            AtAnchor.Start => " @ start()",
            AtAnchor.End => " @ end()",
            AtAnchor.Timestamp => " @ " + (shift.Timestamp / 1000m).ToString("F3", CultureInfo.InvariantCulture),
            _ => "",
        });
        if (shift.Offset is not null)
        {
            text.Append(" offset ");
            DurationPrinter.AppendRange(text, shift.Offset);
        }
    }

    private static void AppendMatching(StringBuilder text, VectorMatching matching)
    {
        if (matching.IsOn || matching.Labels.Count > 0 || matching.Cardinality != MatchCardinality.OneToOne)
        {
            text.Append(matching.IsOn ? " on (" : " ignoring (");
            AppendLabels(text, matching.Labels);
            text.Append(')');
        }

        if (matching.Cardinality != MatchCardinality.OneToOne)
        {
            text.Append(matching.Cardinality == MatchCardinality.ManyToOne ? " group_left (" : " group_right (");
            AppendLabels(text, matching.Include);
            text.Append(')');
        }

        if (matching.FillLeft is { } left && matching.FillRight is { } right && left.Equals(right))
        {
            text.Append(" fill (").Append(Numbers.Format(left)).Append(')');
            return;
        }

        if (matching.FillLeft is { } fillLeft)
        {
            text.Append(" fill_left (").Append(Numbers.Format(fillLeft)).Append(')');
        }

        if (matching.FillRight is { } fillRight)
        {
            text.Append(" fill_right (").Append(Numbers.Format(fillRight)).Append(')');
        }
    }

    private static void AppendList(StringBuilder text, IReadOnlyList<Expression> expressions)
    {
        for (var i = 0; i < expressions.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            Append(text, expressions[i]);
        }
    }

    private static void AppendLabels(StringBuilder text, IReadOnlyList<string> labels)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            if (Characters.IsPlainLabelName(labels[i]))
            {
                text.Append(labels[i]);
            }
            else
            {
                StringLiterals.AppendQuoted(text, labels[i]);
            }
        }
    }
}
