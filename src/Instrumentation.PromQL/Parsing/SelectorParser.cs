using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Metric names and label matchers.</summary>
internal sealed class SelectorParser(ParserState state)
{
    private const string Context = "label matching";

    public VectorSelector Parse()
    {
        var start = state.Next.Range;
        string? name = null;
        if (state.Next.Kind is TokenKind.Identifier or TokenKind.MetricIdentifier)
        {
            name = state.Take().Text;
        }
        else if (state.Next.Kind != TokenKind.LeftBrace)
        {
            throw state.Unexpected("selector", "a metric name or \"{\"");
        }

        var matchers = new List<LabelMatcher>();
        if (state.TryTake(TokenKind.LeftBrace))
        {
            ParseMatchers(matchers);
        }

        var range = new SourceRange(start.Start, state.LastEnd);
        if (name is not null)
        {
            var named = matchers.Find(static matcher => matcher.Name == LabelMatcher.MetricName);
            if (named is not null)
            {
                state.Report(named.Range, $"metric name must not be set twice: \"{name}\" or \"{named.Value}\"");
            }

            matchers.Add(new LabelMatcher(MatchKind.Equal, LabelMatcher.MetricName, name, start));
        }

        return new VectorSelector(name, matchers, TimeShift.None, RangeExtension.None, range);
    }

    private void ParseMatchers(List<LabelMatcher> matchers)
    {
        while (!state.TryTake(TokenKind.RightBrace))
        {
            matchers.Add(ParseMatcher());
            if (!state.TryTake(TokenKind.Comma) && state.Next.Kind != TokenKind.RightBrace)
            {
                throw state.Unexpected(Context, "\",\" or \"}\"");
            }
        }
    }

    private LabelMatcher ParseMatcher()
    {
        var label = state.Next;
        if (label.Kind is not (TokenKind.Identifier or TokenKind.String))
        {
            throw state.Unexpected(Context, "a label name or \"}\"");
        }

        state.Take();
        var name = label.Kind == TokenKind.String ? StringLiterals.Unquote(label) : label.Text;
        MatchKind kind;
        switch (state.Next.Kind)
        {
            case TokenKind.Assign: kind = MatchKind.Equal; break;
            case TokenKind.NotEqual: kind = MatchKind.NotEqual; break;
            case TokenKind.RegexMatch: kind = MatchKind.Regex; break;
            case TokenKind.RegexNoMatch: kind = MatchKind.NotRegex; break;
            // A quoted string alone is the metric's name.
            case TokenKind.Comma or TokenKind.RightBrace when label.Kind == TokenKind.String:
                return new LabelMatcher(MatchKind.Equal, LabelMatcher.MetricName, name, label.Range);
            default: throw state.Unexpected(Context, "one of =, !=, =~, !~");
        }

        state.Take();
        var literal = state.Expect(TokenKind.String, Context, "a string in quotes");
        var value = StringLiterals.Unquote(literal);
        if (kind is MatchKind.Regex or MatchKind.NotRegex)
        {
            RegexTranslator.Validate(value, literal.Range);
        }

        return new LabelMatcher(kind, name, value, label.Range.To(literal.Range));
    }
}
