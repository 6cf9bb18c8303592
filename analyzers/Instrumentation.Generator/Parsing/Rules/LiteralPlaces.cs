using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Finds the place of each character of a string literal's value: regular, verbatim and raw ones.</summary>
internal static class LiteralPlaces
{
    /// <summary>One place for each character of the value; null when the token is no string.</summary>
    public static IReadOnlyList<TextSpan>? Of(SyntaxToken token)
    {
        var places = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when token.Text.StartsWith("@", StringComparison.Ordinal) =>
                Verbatim(token.Text, 2, token.Text.Length - 1, token.SpanStart, doubledBraces: false),
            SyntaxKind.StringLiteralToken => Regular(token.Text, 1, token.Text.Length - 1, token.SpanStart, doubledBraces: false),
            SyntaxKind.SingleLineRawStringLiteralToken => Raw(token.Text, token.SpanStart),
            SyntaxKind.MultiLineRawStringLiteralToken => RawLines(token.Text, token.SpanStart),
            _ => null,
        };
        return places?.Count == token.ValueText.Length ? places : null;
    }

    /// <summary>The same for a piece of text between the holes of an interpolated string.</summary>
    public static IReadOnlyList<TextSpan>? OfInterpolated(SyntaxToken text, SyntaxToken start)
    {
        var places = start.Kind() switch
        {
            SyntaxKind.InterpolatedVerbatimStringStartToken => Verbatim(text.Text, 0, text.Text.Length, text.SpanStart, doubledBraces: true),
            SyntaxKind.InterpolatedStringStartToken => Regular(text.Text, 0, text.Text.Length, text.SpanStart, doubledBraces: true),
            SyntaxKind.InterpolatedSingleLineRawStringStartToken => Plain(0, text.Text.Length, text.SpanStart),
            _ => null,
        };
        return places?.Count == text.ValueText.Length ? places : null;
    }

    private static List<TextSpan> Plain(int start, int end, int origin) =>
        [.. Enumerable.Range(start, Math.Max(0, end - start)).Select(i => new TextSpan(origin + i, 1))];

    private static List<TextSpan> Verbatim(string text, int start, int end, int origin, bool doubledBraces)
    {
        var places = new List<TextSpan>();
        for (var i = start; i < end;)
        {
            var isDoubled = i + 1 < end && text[i + 1] == text[i] && (text[i] == '"' || (doubledBraces && text[i] is '{' or '}'));
            var length = isDoubled ? 2 : 1;
            places.Add(new(origin + i, length));
            i += length;
        }

        return places;
    }

    private static List<TextSpan> Regular(string text, int start, int end, int origin, bool doubledBraces)
    {
        var places = new List<TextSpan>();
        for (var i = start; i < end;)
        {
            var length = 1;
            var characters = 1;
            if (text[i] == '\\' && i + 1 < end)
            {
                (length, characters) = Escape(text, i, end);
            }
            else if (doubledBraces && text[i] is '{' or '}' && i + 1 < end && text[i + 1] == text[i])
            {
                length = 2;
            }

            for (var c = 0; c < characters; c++)
            {
                places.Add(new(origin + i, length));
            }

            i += length;
        }

        return places;
    }

    /// <summary>The length of an escape, and how many characters it stands for.</summary>
    private static (int Length, int Characters) Escape(string text, int at, int end)
    {
        switch (text[at + 1])
        {
            case 'u':
                return (Math.Min(6, end - at), 1);
            case 'U':
                var isSupplementary = at + 10 <= end
                    && int.TryParse(text.Substring(at + 2, 8), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code) && code > 0xFFFF;
                return (Math.Min(10, end - at), isSupplementary ? 2 : 1);
            case 'x':
                var length = 2;
                while (length < 6 && at + length < end && IsHexadecimal(text[at + length]))
                {
                    length++;
                }

                return (length, 1);
            default:
                return (2, 1);
        }
    }

    private static bool IsHexadecimal(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    private static List<TextSpan> Raw(string text, int origin)
    {
        var quotes = Quotes(text);
        return Plain(quotes, text.Length - quotes, origin);
    }

    /// <summary>The lines between the quotes, without the indentation of the closing ones.</summary>
    private static List<TextSpan> RawLines(string text, int origin)
    {
        var quotes = Quotes(text);
        var start = text.IndexOf('\n') + 1;
        var lastLine = text.LastIndexOf('\n') + 1;
        var indentation = text.Length - quotes - lastLine;
        var end = lastLine - 1 > 0 && text[lastLine - 2] == '\r' ? lastLine - 2 : lastLine - 1;
        var places = new List<TextSpan>();
        for (var i = start; i < end;)
        {
            // A blank line may be shorter than the indentation.
            for (var skipped = 0; skipped < indentation && i < end && text[i] is not ('\r' or '\n'); skipped++)
            {
                i++;
            }

            while (i < end && text[i] != '\n')
            {
                places.Add(new(origin + i++, 1));
            }

            if (i < end)
            {
                places.Add(new(origin + i++, 1));
            }
        }

        return places;
    }

    private static int Quotes(string text)
    {
        var quotes = 0;
        while (quotes < text.Length && text[quotes] == '"')
        {
            quotes++;
        }

        return quotes;
    }
}
