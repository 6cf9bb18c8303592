using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>What may follow a selector or subquery: ranges, <c>@</c>, offset, anchored, smoothed.</summary>
internal sealed class ModifierParser(ParserState state)
{
    private const string ExtendedFlag = "promql-extended-range-selectors";
    private readonly DurationParser _durations = new(state);

    public Expression ParsePostfix(Expression expression)
    {
        while (true)
        {
            if (state.Next.Kind == TokenKind.LeftBracket)
            {
                expression = ParseRange(expression);
            }
            else if (state.Next.Kind == TokenKind.At)
            {
                expression = ParseAt(expression);
            }
            else if (state.Next.Is("offset"))
            {
                expression = ParseOffset(expression);
            }
            else if (state.Next.Is("anchored"))
            {
                expression = ParseExtension(expression, RangeExtension.Anchored);
            }
            else if (state.Next.Is("smoothed"))
            {
                expression = ParseExtension(expression, RangeExtension.Smoothed);
            }
            else
            {
                return expression;
            }
        }
    }

    private Expression ParseRange(Expression inner)
    {
        var bracket = state.Take();
        var duration = _durations.ParsePositive("subquery or range selector");
        if (state.TryTake(TokenKind.Colon))
        {
            var step = state.Next.Kind == TokenKind.RightBracket ? null : _durations.ParsePositive("subquery selector");
            var end = state.Expect(TokenKind.RightBracket, "subquery selector", "\"]\"");
            return new SubqueryExpression(inner, duration, step, TimeShift.None, inner.Range.To(end.Range));
        }

        var closing = state.Expect(TokenKind.RightBracket, "subquery or range", "\":\" or \"]\"");
        var brackets = bracket.Range.To(closing.Range);
        if (inner is not VectorSelector selector)
        {
            throw new SyntaxException(
                brackets, "ranges only allowed for vector selectors; a subquery over an expression has a colon, as in [5m:]");
        }

        if (selector.Shift.Offset is not null)
        {
            throw new SyntaxException(brackets, "no offset modifiers allowed before range; write x[5m] offset 1h");
        }

        if (selector.Shift.Anchor != AtAnchor.None)
        {
            throw new SyntaxException(brackets, "no @ modifiers allowed before range; write x[5m] @ 1700000000");
        }

        return new MatrixSelector(selector, duration, inner.Range.To(closing.Range));
    }

    private Expression ParseAt(Expression target)
    {
        state.Take();
        TimeShift at;
        if (state.Next.Is("start") || state.Next.Is("end"))
        {
            at = TimeShift.None with { Anchor = state.Take().Is("start") ? AtAnchor.Start : AtAnchor.End };
            state.Expect(TokenKind.LeftParen, "@", "\"()\" after start or end");
            state.Expect(TokenKind.RightParen, "@", "\")\"");
        }
        else
        {
            at = TimeShift.None with { Anchor = AtAnchor.Timestamp, Timestamp = ParseTimestamp() };
        }

        return Shift(target, "@ modifier", shift => shift.Anchor == AtAnchor.None
            ? shift with { Anchor = at.Anchor, Timestamp = at.Timestamp }
            : throw new SyntaxException(target.Range, "@ <timestamp> may not be set multiple times"));
    }

    private long ParseTimestamp()
    {
        var start = state.Next.Range;
        var negative = state.Next.Kind == TokenKind.Minus;
        if (negative || state.Next.Kind == TokenKind.Plus)
        {
            state.Take();
        }

        if (state.Next.Kind is not (TokenKind.Number or TokenKind.Duration))
        {
            throw state.Unexpected("@", "a timestamp in seconds, start() or end()");
        }

        var token = state.Take();
        var seconds = Literals.Number(token);
        // The bound keeps milliseconds, and sums with any range or offset, within 64 bits.
        if (!(Math.Abs(seconds) <= long.MaxValue / 4000.0))
        {
            throw new SyntaxException(start.To(token.Range), $"timestamp out of bounds for @ modifier: {(negative ? "-" : "")}{token.Text}");
        }

        return (long)Math.Round((negative ? -seconds : seconds) * 1000, MidpointRounding.AwayFromZero);
    }

    private Expression ParseOffset(Expression target)
    {
        state.Take();
        var offset = _durations.ParseOffset();
        return Shift(target, "offset modifier", shift => shift.Offset is null
            ? shift with { Offset = offset }
            : throw new SyntaxException(target.Range, "offset may not be set multiple times"));
    }

    private Expression Shift(Expression target, string modifier, Func<TimeShift, TimeShift> change)
    {
        var range = new SourceRange(target.Range.Start, state.LastEnd);
        return target switch
        {
            VectorSelector vector => vector with { Shift = change(vector.Shift), Range = range },
            MatrixSelector matrix => matrix with { Selector = matrix.Selector with { Shift = change(matrix.Selector.Shift) }, Range = range },
            SubqueryExpression subquery => subquery with { Shift = change(subquery.Shift), Range = range },
            _ => throw new SyntaxException(
                target.Range,
                $"{modifier} must be preceded by an instant vector selector or range vector selector or a subquery; put it inside, next to the metric"),
        };
    }

    private Expression ParseExtension(Expression target, RangeExtension extension)
    {
        var word = state.Take();
        var name = Keywords.Lower(word.Text);
        state.Require(ParserFeatures.ExtendedRangeSelectors, word.Range, $"the modifier \"{name}\"", ExtendedFlag);
        return target switch
        {
            VectorSelector vector => Extend(vector, extension) with { Range = target.Range.To(word.Range) },
            MatrixSelector matrix => matrix with { Selector = Extend(matrix.Selector, extension), Range = target.Range.To(word.Range) },
            SubqueryExpression => throw new SyntaxException(target.Range, $"{name} modifier is not supported for subqueries"),
            _ => throw new SyntaxException(target.Range, $"{name} modifier must be preceded by a selector"),
        };
    }

    private static VectorSelector Extend(VectorSelector selector, RangeExtension extension) =>
        selector.Extension == RangeExtension.None || selector.Extension == extension
            ? selector with { Extension = extension }
            : throw new SyntaxException(selector.Range, "anchored and smoothed modifiers cannot be used together");
}
