namespace Instrumentation.PromQL.Parsing;

/// <summary>Finds where a number or a duration ends (scanNumber and acceptRemainingDuration in promql/parser/lex.go).</summary>
internal static class NumberScanner
{
    /// <summary>Returns the index after the literal that starts at <paramref name="start"/>, which is a digit or a dot before one.</summary>
    /// <exception cref="SyntaxException">Neither a number nor a duration stands there.</exception>
    public static int Scan(string text, int start, out bool isDuration)
    {
        isDuration = false;
        var end = ScanNumber(text, start);
        if (end > 0 && !IsWordAt(text, end))
        {
            return end;
        }

        end = ScanDuration(text, start);
        if (end > 0 && !IsWordAt(text, end))
        {
            isDuration = true;
            return end;
        }

        end = start;
        while (end < text.Length && (Characters.IsWord(text[end]) || text[end] == '.'))
        {
            end++;
        }

        var literal = text.Substring(start, end - start);
        throw new SyntaxException(
            new SourceRange(start, end),
            $"bad number or duration syntax: \"{literal}\"; units are ms, s, m, h, d, w and y, from large to small, as in 1h30m");
    }

    private static int ScanNumber(string text, int start)
    {
        var position = start;
        if (text[position] == '0' && position + 1 < text.Length && text[position + 1] is 'x' or 'X')
        {
            return ScanHexadecimal(text, position + 2);
        }

        position = Digits(text, position);
        if (position < text.Length && text[position] == '.')
        {
            position = Digits(text, position + 1);
        }

        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            if (position < text.Length && text[position] is '+' or '-')
            {
                position++;
            }

            var digits = Digits(text, position);
            return digits > position ? digits : -1;
        }

        return position;
    }

    private static int ScanHexadecimal(string text, int position)
    {
        var first = position;
        while (position < text.Length && (Characters.IsHexDigit(text[position]) || IsSeparator(text, position, hexadecimal: true)))
        {
            position++;
        }

        return position > first ? position : -1;
    }

    private static int Digits(string text, int position)
    {
        while (position < text.Length && (Characters.IsDigit(text[position]) || IsSeparator(text, position, hexadecimal: false)))
        {
            position++;
        }

        return position;
    }

    // An underscore separates two digits and stands nowhere else, except after 0x.
    private static bool IsSeparator(string text, int position, bool hexadecimal)
    {
        if (text[position] != '_' || position == 0 || position + 1 >= text.Length)
        {
            return false;
        }

        var before = text[position - 1];
        var after = text[position + 1];
        return hexadecimal
            ? (Characters.IsHexDigit(before) || before is 'x' or 'X') && Characters.IsHexDigit(after)
            : Characters.IsDigit(before) && Characters.IsDigit(after);
    }

    private static int ScanDuration(string text, int position)
    {
        var parts = 0;
        while (position < text.Length && Characters.IsDigit(text[position]))
        {
            while (position < text.Length && Characters.IsDigit(text[position]))
            {
                position++;
            }

            if (position >= text.Length || text[position] is not ('s' or 'm' or 'h' or 'd' or 'w' or 'y'))
            {
                return -1;
            }

            position += text[position] == 'm' && position + 1 < text.Length && text[position + 1] == 's' ? 2 : 1;
            parts++;
        }

        return parts > 0 ? position : -1;
    }

    private static bool IsWordAt(string text, int position) => position < text.Length && (Characters.IsWord(text[position]) || text[position] == '.');
}
