using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>
/// Reads conditions in shorthand: comparisons, joined by <c>and</c>, <c>or</c>, <c>unless</c> and parentheses, each with <c>over</c> and a duration where it wants another
/// window than the usual one.
/// </summary>
internal sealed class ShorthandParser(string text, List<ConditionToken> tokens, ConditionSubject subject)
{
    private const int DeepestNesting = 50;

    private readonly ConditionCursor _cursor = new(tokens);
    private int _depth;

    public List<ConditionError> Errors => _cursor.Errors;

    public List<ConditionWindow> Windows => _cursor.Windows;

    /// <summary>The condition as PromQL, and what it asserts; null when there are errors.</summary>
    public (string PromQL, Assertion Assertion)? Parse()
    {
        try
        {
            var result = ParseOr(outerWindow: null);
            if (_cursor.Next.Kind != ConditionTokenKind.End)
            {
                throw AfterComparison();
            }

            return result;
        }
        catch (ConditionException exception)
        {
            Errors.Add(exception.Error);
            return null;
        }
    }

    private (string PromQL, Assertion Assertion) ParseOr(TimeSpan? outerWindow)
    {
        var left = ParseAnd(outerWindow);
        while (_cursor.Next.Is("or"))
        {
            _cursor.Take();
            var right = ParseAnd(outerWindow);
            left = ($"{left.PromQL} or {right.PromQL}", new EitherAssertion(left.Assertion, right.Assertion));
        }

        return left;
    }

    private (string PromQL, Assertion Assertion) ParseAnd(TimeSpan? outerWindow)
    {
        var left = ParsePart(outerWindow);
        while (_cursor.Next.Is("and") || _cursor.Next.Is("unless"))
        {
            var isAnd = _cursor.Take().Is("and");
            var right = ParsePart(outerWindow);
            left = isAnd
                ? ($"{left.PromQL} and {right.PromQL}", new BothAssertion(left.Assertion, right.Assertion))
                : ($"{left.PromQL} unless {right.PromQL}", left.Assertion);
        }

        return left;
    }

    private (string PromQL, Assertion Assertion) ParsePart(TimeSpan? outerWindow)
    {
        if (_cursor.Next.Kind != ConditionTokenKind.LeftParen)
        {
            return new ComparisonParser(_cursor, subject).Parse(outerWindow);
        }

        if (++_depth > DeepestNesting)
        {
            throw new ConditionException(ConditionProblem.Syntax, _cursor.Next.Range, $"the condition is nested deeper than {DeepestNesting} levels");
        }

        // The window after the parentheses is for what is in them, so it has to be known first.
        var open = _cursor.Take();
        var inner = ParseOr(_cursor.FindWindowAfterParentheses() ?? outerWindow);
        if (_cursor.Next.Kind != ConditionTokenKind.RightParen)
        {
            throw _cursor.Next.Kind == ConditionTokenKind.End
                ? new ConditionException(ConditionProblem.Syntax, open.Range, "this parenthesis is never closed")
                : AfterComparison();
        }

        _cursor.Take();
        _cursor.TryTakeWindow();
        _depth--;
        return ($"({inner.PromQL})", inner.Assertion);
    }

    private ConditionException AfterComparison()
    {
        var next = _cursor.Next;
        if (next.Kind == ConditionTokenKind.RightParen)
        {
            return new(ConditionProblem.Syntax, next.Range, "this parenthesis closes none");
        }

        if (next.Is("by"))
        {
            return new(ConditionProblem.Syntax, next.Range, "labels to look at apart go into the attribute, as in By = [\"region\"]");
        }

        if (next.Is("offset"))
        {
            return new(ConditionProblem.Syntax, next.Range, "shorthands have no offset; write the condition in PromQL");
        }

        if (next.Is("over"))
        {
            return new(ConditionProblem.Syntax, next.Range, "a comparison has one window; this is the second");
        }

        if (next.Is("for"))
        {
            return new(ConditionProblem.Syntax, next.Range, "how long the condition must hold goes into the attribute, as in For = \"1m\"; the time looked back over is written \"over 5m\"");
        }

        if (next.Kind == ConditionTokenKind.Comparison)
        {
            return ComparisonOperators.Read(next, out _) is { } wrong
                ? wrong
                : new(ConditionProblem.Syntax, next.Range, "a comparison has two sides; write two of them with \"and\" between");
        }

        if (next.Kind == ConditionTokenKind.Arithmetic)
        {
            return new(ConditionProblem.Syntax, next.Range, "shorthands cannot be calculated with; write the condition in PromQL");
        }

        var meant = next.Kind == ConditionTokenKind.Word ? Suggestions.Nearest(next.Text, _cursor.AfterNext.Kind == ConditionTokenKind.Number ? ["over"] : ["and", "or", "unless"]) : null;
        return new(new ConditionError(
            ConditionProblem.Syntax,
            next.Range,
            $"unexpected '{text.Substring(next.Range.Start, next.Range.End - next.Range.Start)}'"
            + (meant is null ? "; after a comparison comes \"over 5m\", \"and\", \"or\" or nothing" : $"; did you mean \"{meant}\"?"))
        {
            Replacement = meant,
        });
    }
}
