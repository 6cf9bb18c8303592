namespace Instrumentation.PromQL.Parsing;

/// <summary>A piece of the text; <paramref name="Text"/> is as written, quotes included.</summary>
internal readonly record struct Token(TokenKind Kind, SourceRange Range, string Text)
{
    /// <summary>Keywords are recognised in any case, as Prometheus does; names of functions are not.</summary>
    public bool Is(string keyword) =>
        Kind == TokenKind.Identifier && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);

    public string Describe() => Kind switch
    {
        TokenKind.EndOfInput => "end of input",
        TokenKind.Identifier when Keywords.Reserved(Text) => $"<{Keywords.Lower(Text)}>",
        TokenKind.Identifier => $"identifier \"{Text}\"",
        TokenKind.MetricIdentifier => $"metric identifier \"{Text}\"",
        TokenKind.Number => $"number \"{Text}\"",
        TokenKind.Duration => $"duration \"{Text}\"",
        TokenKind.String => $"string {Text}",
        _ => $"\"{Text}\"",
    };
}
