using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>What may stand between an operator and its right side: bool, on, ignoring, group_left, group_right, fill.</summary>
internal static class BinaryModifierParser
{
    public static VectorMatching Parse(ParserState state, out bool returnsBool)
    {
        returnsBool = state.TryTake("bool");
        var matching = VectorMatching.Default;
        if (state.Next.Is("on") || state.Next.Is("ignoring"))
        {
            var isOn = state.Take().Is("on");
            matching = matching with { IsOn = isOn, Labels = GroupingParser.Parse(state) };
            if (state.Next.Is("group_left") || state.Next.Is("group_right"))
            {
                var isLeft = state.Take().Is("group_left");
                matching = matching with
                {
                    Cardinality = isLeft ? MatchCardinality.ManyToOne : MatchCardinality.OneToMany,
                    Include = state.Next.Kind == TokenKind.LeftParen ? GroupingParser.Parse(state) : [],
                };
            }
        }

        return ParseFill(state, matching);
    }

    private static VectorMatching ParseFill(ParserState state, VectorMatching matching)
    {
        if (TryTakeFill(state, "fill", out var both))
        {
            return matching with { FillLeft = both, FillRight = both };
        }

        if (TryTakeFill(state, "fill_left", out var left))
        {
            return matching with { FillLeft = left, FillRight = TryTakeFill(state, "fill_right", out var right) ? right : null };
        }

        return TryTakeFill(state, "fill_right", out var only)
            ? matching with { FillRight = only, FillLeft = TryTakeFill(state, "fill_left", out var other) ? other : null }
            : matching;
    }

    // Without a parenthesis after it, the word is a metric's name: the modifier came late to the language.
    private static bool TryTakeFill(ParserState state, string keyword, out double value)
    {
        value = 0;
        if (!state.Next.Is(keyword) || state.PeekSecond().Kind != TokenKind.LeftParen)
        {
            return false;
        }

        var start = state.Take().Range;
        state.Take();
        var negative = state.Next.Kind == TokenKind.Minus;
        if (negative || state.Next.Kind == TokenKind.Plus)
        {
            state.Take();
        }

        if (state.Next.Kind is not (TokenKind.Number or TokenKind.Duration))
        {
            throw state.Unexpected(keyword, "a number");
        }

        value = Literals.Number(state.Take());
        value = negative ? -value : value;
        var end = state.Expect(TokenKind.RightParen, keyword, "\")\"");
        state.Require(ParserFeatures.FillModifiers, start.To(end.Range), $"the modifier \"{keyword}\"", "promql-binop-fill-modifiers");
        return true;
    }
}
