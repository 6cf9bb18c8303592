namespace Instrumentation.PromQL.Parsing;

internal enum TokenKind
{
    EndOfInput,

    /// <summary>A word without a colon: a metric, label, function or keyword; only the parser knows which.</summary>
    Identifier,

    /// <summary>A word with a colon, which can only name a metric.</summary>
    MetricIdentifier,
    Number,
    Duration,
    String,
    LeftParen,
    RightParen,
    LeftBrace,
    RightBrace,
    LeftBracket,
    RightBracket,
    Comma,
    Colon,
    At,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Caret,

    /// <summary><c>=</c></summary>
    Assign,

    /// <summary><c>==</c></summary>
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary><c>&lt;/</c></summary>
    TrimUpper,

    /// <summary><c>&gt;/</c></summary>
    TrimLower,

    /// <summary><c>=~</c></summary>
    RegexMatch,

    /// <summary><c>!~</c></summary>
    RegexNoMatch,
}
