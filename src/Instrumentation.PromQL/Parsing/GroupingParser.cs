namespace Instrumentation.PromQL.Parsing;

/// <summary>The label lists of <c>by</c>, <c>without</c>, <c>on</c>, <c>ignoring</c> and <c>group_…</c>.</summary>
internal static class GroupingParser
{
    private const string Context = "grouping opts";

    public static IReadOnlyList<string> Parse(ParserState state)
    {
        state.Expect(TokenKind.LeftParen, Context, "\"(\"");
        var labels = new List<string>();
        while (!state.TryTake(TokenKind.RightParen))
        {
            labels.Add(ParseLabel(state));
            if (!state.TryTake(TokenKind.Comma) && state.Next.Kind != TokenKind.RightParen)
            {
                throw state.Unexpected(Context, "\",\" or \")\"");
            }
        }

        return labels;
    }

    private static string ParseLabel(ParserState state)
    {
        var token = state.Next;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
            case TokenKind.MetricIdentifier:
                return state.Take().Text;
            case TokenKind.String:
                state.Take();
                var label = StringLiterals.Unquote(token);
                if (!Utf8Text.IsLabelName(label))
                {
                    state.Report(token.Range, $"invalid label name for grouping: {token.Text}");
                }

                return label;
            default:
                throw state.Unexpected(Context, "a label name");
        }
    }
}
