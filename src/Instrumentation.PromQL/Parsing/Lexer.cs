namespace Instrumentation.PromQL.Parsing;

/// <summary>Cuts a query into tokens (promql/parser/lex.go).</summary>
/// <remarks>Inside brackets a colon separates range and step; outside it belongs to a metric's name. That is all the state there is.</remarks>
internal sealed class Lexer(string text)
{
    private int _position;
    private bool _inBraces;
    private bool _inBrackets;

    /// <exception cref="SyntaxException">The next characters start no token.</exception>
    public Token Next()
    {
        SkipSpaceAndComments();
        var start = _position;
        if (start >= text.Length)
        {
            return new Token(TokenKind.EndOfInput, new SourceRange(text.Length, text.Length), "");
        }

        var c = text[start];
        if (Characters.IsLetter(c) || (c == ':' && !_inBraces && !_inBrackets))
        {
            return Word();
        }

        if (Characters.IsDigit(c) || (c == '.' && Characters.IsDigit(Peek(1))))
        {
            _position = NumberScanner.Scan(text, start, out var isDuration);
            return Cut(isDuration ? TokenKind.Duration : TokenKind.Number, start);
        }

        if (c is '"' or '\'' or '`')
        {
            _position = StringLiterals.FindEnd(text, start);
            return Cut(TokenKind.String, start);
        }

        var kind = Symbol(c, out var length);
        _position += length;
        Track(kind, start);
        return Cut(kind, start);
    }

    private Token Word()
    {
        var start = _position;
        var hasColon = false;
        while (_position < text.Length)
        {
            var c = text[_position];
            if (c == ':' && !_inBraces && !_inBrackets)
            {
                hasColon = true;
            }
            else if (!Characters.IsWord(c))
            {
                break;
            }

            _position++;
        }

        var token = Cut(hasColon ? TokenKind.MetricIdentifier : TokenKind.Identifier, start);
        return !_inBraces && Keywords.IsSpecialNumber(token.Text) ? token with { Kind = TokenKind.Number } : token;
    }

    private TokenKind Symbol(char c, out int length)
    {
        var next = Peek(1);
        length = 2;
        switch (c, next)
        {
            case ('=', '='): return TokenKind.Equal;
            case ('!', '='): return TokenKind.NotEqual;
            case ('=', '~'): return TokenKind.RegexMatch;
            case ('!', '~'): return TokenKind.RegexNoMatch;
            case ('<', '='): return TokenKind.LessOrEqual;
            case ('>', '='): return TokenKind.GreaterOrEqual;
            case ('<', '/'): return TokenKind.TrimUpper;
            case ('>', '/'): return TokenKind.TrimLower;
        }

        length = 1;
        return c switch
        {
            '(' => TokenKind.LeftParen,
            ')' => TokenKind.RightParen,
            '{' => TokenKind.LeftBrace,
            '}' => TokenKind.RightBrace,
            '[' => TokenKind.LeftBracket,
            ']' => TokenKind.RightBracket,
            ',' => TokenKind.Comma,
            ':' => TokenKind.Colon,
            '@' => TokenKind.At,
            '+' => TokenKind.Plus,
            '-' => TokenKind.Minus,
            '*' => TokenKind.Star,
            '/' => TokenKind.Slash,
            '%' => TokenKind.Percent,
            '^' => TokenKind.Caret,
            '=' => TokenKind.Assign,
            '<' => TokenKind.Less,
            '>' => TokenKind.Greater,
            '!' => throw Unexpected(_position, "; write != or !~ for a negated match, and \"unless\" to exclude series"),
            '&' => throw Unexpected(_position, "; write \"and\""),
            '|' => throw Unexpected(_position, "; write \"or\""),
            _ => throw Unexpected(_position, ""),
        };
    }

    private void Track(TokenKind kind, int start)
    {
        switch (kind)
        {
            case TokenKind.LeftBrace when _inBraces:
            case TokenKind.LeftBracket when _inBrackets:
                throw Unexpected(start, ": the one before it is still open");
            case TokenKind.LeftBrace:
                _inBraces = true;
                break;
            case TokenKind.RightBrace:
                _inBraces = false;
                break;
            case TokenKind.LeftBracket:
                _inBrackets = true;
                break;
            case TokenKind.RightBracket:
                _inBrackets = false;
                break;
        }
    }

    private void SkipSpaceAndComments()
    {
        while (_position < text.Length)
        {
            if (text[_position] == '#')
            {
                while (_position < text.Length && text[_position] is not ('\n' or '\r'))
                {
                    _position++;
                }
            }
            else if (Characters.IsSpace(text[_position]))
            {
                _position++;
            }
            else
            {
                return;
            }
        }
    }

    private char Peek(int ahead) => _position + ahead < text.Length ? text[_position + ahead] : '\0';

    private Token Cut(TokenKind kind, int start) => new(kind, new SourceRange(start, _position), text.Substring(start, _position - start));

    private SyntaxException Unexpected(int at, string hint) =>
        new(new SourceRange(at, at + 1), $"unexpected character: '{text[at]}'{hint}");
}
