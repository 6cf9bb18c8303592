using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Makes PromQL of a comparison that was read, once its parts are known to go together: label, window and unit.</summary>
internal sealed class ComparisonMaker(ConditionCursor cursor, ConditionSubject subject)
{
    // How far a condition looks back when it does not say.
    private static readonly TimeSpan s_defaultWindow = TimeSpan.FromMinutes(5);

    public (string PromQL, Assertion Assertion) Make(ComparedShorthand left, BinaryOperator comparison, ComparedNumber right, TimeSpan? window, int start)
    {
        if (left.Shorthand is not { } shorthand || right.Quantity is not { } quantity)
        {
            return ("", new UnknownAssertion());
        }

        CheckWindow(shorthand, start);
        if (subject.By.Contains("error") && shorthand.Figure != Figure.Errors)
        {
            // Divided by calls, which have no such label, failures by type would never have a result.
            cursor.Errors.Add(new(
                ConditionProblem.UnknownLabel, left.Token.Range, $"only errors can be looked at by the label 'error', and {shorthand.Name} has no such label; take it out of By"));
            return ("", new UnknownAssertion());
        }

        var measure = Figures.MeasureOf(shorthand, subject, quantity);
        if (quantity.In(measure) is not { } value)
        {
            cursor.Errors.Add(WrongUnit(shorthand, measure, quantity, right.Token));
            return ("", new UnknownAssertion());
        }

        var needsZero = comparison is not (BinaryOperator.Greater or BinaryOperator.GreaterOrEqual) && !subject.By.Contains("error");
        var length = window ?? s_defaultWindow;
        var expanded = Expander.Expand(shorthand, subject, length, shorthand.IsCount && quantity.PerSeconds is not null, needsZero);
        var (least, most, why) = Figures.RangeOf(shorthand, subject);
        var range = new SourceRange(start, cursor.LastEnd);
        return ($"{expanded} {comparison.Symbol()} {Numbers.Format(value)}",
            new ComparisonAssertion(expanded, shorthand.Name, comparison, value, least, most, why, range)
            {
                ValueText = right.Token.Text,
                ValueRange = right.Token.Range,
                IsSeconds = measure == Measure.Seconds,
            });
    }

    private void CheckWindow(Shorthand shorthand, int start)
    {
        var windows = cursor.Windows;
        var last = windows.Count - 1;
        if (last < 0 || windows[last].Range.Start < start)
        {
            return;
        }

        if (!shorthand.HasWindow)
        {
            cursor.Errors.Add(new(
                ConditionProblem.WrongKind,
                windows[last].Range,
                $"{shorthand.Name} is what it is at the moment and has no window"
                + (shorthand.Figure == Figure.Value ? "; write mean, min or max for one" : "")));
        }
        else if (subject.Kind is SubjectKind.Gauge or SubjectKind.UpDownCounter)
        {
            windows[last] = windows[last] with { NeedsSamples = false };
        }
    }

    private ConditionError WrongUnit(Shorthand shorthand, Measure measure, Quantity quantity, ConditionToken token)
    {
        // 5MB where 5MB/s is meant, and the other way round, are the mistakes that have one correction.
        string? meant = null;
        if (measure.IsPerTime && quantity.PerSeconds is null && quantity.Base == measure.Base)
        {
            meant = token.Text + "/s";
        }
        else if (!measure.IsPerTime && quantity.PerSeconds is not null && (quantity.Base ?? UnitBase.Count) == measure.Base)
        {
            meant = token.Text.IndexOf("/", StringComparison.Ordinal) is >= 0 and var stroke ? token.Text.Substring(0, stroke) : null;
        }

        var of = subject.Kind == SubjectKind.Operation ? "" : $" of {subject.Display}";
        return new(
            ConditionProblem.WrongUnit,
            token.Range,
            $"{shorthand.Name}{of} is {measure.Describe()}; {token.Text} is none{(meant is null ? "" : $"; did you mean {meant}?")}")
        {
            Replacement = meant,
        };
    }
}
