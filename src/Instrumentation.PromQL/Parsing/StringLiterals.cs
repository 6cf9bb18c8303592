using System.Globalization;
using System.Text;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Quoted strings with Go's escapes (lexString in promql/parser/lex.go, util/strutil/quote.go).</summary>
internal static class StringLiterals
{
    /// <summary>The index after the closing quote of the string that opens at <paramref name="start"/>.</summary>
    /// <exception cref="SyntaxException">The string is never closed.</exception>
    public static int FindEnd(string text, int start)
    {
        var quote = text[start];
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == quote)
            {
                return i + 1;
            }

            if (char.IsSurrogate(text[i]))
            {
                // Half a character cannot be written as UTF-8, which label values are.
                if (i + 1 >= text.Length || !char.IsSurrogatePair(text, i))
                {
                    throw new SyntaxException(new SourceRange(i, i + 1), "invalid character in a string: half of a surrogate pair");
                }

                i++;
            }
            else if (quote != '`')
            {
                if (text[i] == '\n')
                {
                    break;
                }

                if (text[i] == '\\')
                {
                    i++;
                }
            }
        }

        throw new SyntaxException(new SourceRange(start, text.Length), quote == '`' ? "unterminated raw string" : "unterminated quoted string");
    }

    /// <summary>The string that a literal stands for.</summary>
    /// <exception cref="SyntaxException">It holds an escape that there is none of; the error stands under the escape.</exception>
    public static string Unquote(Token literal)
    {
        var text = literal.Text;
        var quote = text[0];
        var end = text.Length - 1;
        if (quote == '`')
        {
            return text.Substring(1, end - 1).Replace("\r", "");
        }

        var result = new StringBuilder(end);
        for (var i = 1; i < end;)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i++]);
                continue;
            }

            i = AppendEscape(text, i, literal.Range.Start, quote, result);
        }

        return result.ToString();
    }

    /// <summary>A string in double quotes, as Go's strconv.Quote writes it.</summary>
    public static string Quote(string value)
    {
        var result = new StringBuilder(value.Length + 2);
        AppendQuoted(result, value);
        return result.ToString();
    }

    /// <inheritdoc cref="Quote"/>
    public static void AppendQuoted(StringBuilder result, string value)
    {
        result.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var named = "\a\b\f\n\r\t\v\\\"".IndexOf(c.ToString(), StringComparison.Ordinal);
            if (named >= 0)
            {
                result.Append('\\').Append("abfnrtv\\\""[named]);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                result.Append(c).Append(value[++i]);
            }
            else if (c < ' ' || c == '\x7f' || Utf8Text.IsStray(c))
            {
                var code = Utf8Text.IsStray(c) ? Utf8Text.ByteOf(c) : c;
                result.Append("\\x").Append(code.ToString("x2", CultureInfo.InvariantCulture));
            }
            else if (char.IsSurrogate(c) || char.IsControl(c) || (char.IsWhiteSpace(c) && c != ' '))
            {
                result.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(c);
            }
        }

        result.Append('"');
    }

    private static int AppendEscape(string text, int at, int offset, char quote, StringBuilder result)
    {
        var c = text[at + 1];
        var named = "abfnrtv\\".IndexOf(c.ToString(), StringComparison.Ordinal);
        if (named >= 0)
        {
            result.Append("\a\b\f\n\r\t\v\\"[named]);
            return at + 2;
        }

        if (c == quote)
        {
            result.Append(c);
            return at + 2;
        }

        switch (c)
        {
            case 'x' or (>= '0' and <= '7'):
                return AppendBytes(text, at, offset, result);
            case 'u':
                return AppendCodePoint(text, at, 4, offset, result);
            case 'U':
                return AppendCodePoint(text, at, 8, offset, result);
            default:
                throw new SyntaxException(
                    new SourceRange(offset + at, offset + at + 2),
                    $"unknown escape sequence \"\\{c}\"; a backslash itself is written \\\\, or use a raw string in backquotes");
        }
    }

    private static int AppendCodePoint(string text, int at, int length, int offset, StringBuilder result)
    {
        var value = ReadDigits(text, at + 2, length, 16, offset);
        if (value > 0x10FFFF || value is >= 0xD800 and < 0xE000)
        {
            throw new SyntaxException(
                new SourceRange(offset + at, offset + at + 2 + length), "escape sequence is an invalid Unicode code point");
        }

        result.Append(char.ConvertFromUtf32((int)value));
        return at + 2 + length;
    }

    // \x and octal escapes are bytes: neighbours have to be decoded together as UTF-8.
    private static int AppendBytes(string text, int at, int offset, StringBuilder result)
    {
        var bytes = new List<byte>();
        while (at + 1 < text.Length && text[at] == '\\' && text[at + 1] is 'x' or (>= '0' and <= '7'))
        {
            var hexadecimal = text[at + 1] == 'x';
            var value = hexadecimal ? ReadDigits(text, at + 2, 2, 16, offset) : ReadDigits(text, at + 1, 3, 8, offset);
            if (value > 255)
            {
                throw new SyntaxException(new SourceRange(offset + at, offset + at + 4), "escape sequence is larger than a byte");
            }

            bytes.Add((byte)value);
            at += 4;
        }

        Utf8Text.Append(result, [.. bytes]);
        return at;
    }

    private static long ReadDigits(string text, int at, int count, int radix, int offset)
    {
        var value = 0L;
        for (var i = at; i < at + count; i++)
        {
            var digit = i < text.Length - 1 ? Characters.HexValue(text[i]) : 16;
            if (digit >= radix)
            {
                throw new SyntaxException(new SourceRange(offset + at - 1, offset + i + 1), $"escape sequence needs {count} digits");
            }

            value = (value * radix) + digit;
        }

        return value;
    }
}
