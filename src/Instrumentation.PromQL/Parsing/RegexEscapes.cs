using System.Globalization;

namespace Instrumentation.PromQL.Parsing;

/// <summary>RE2's backslash escapes, inside and outside of classes.</summary>
internal static class RegexEscapes
{
    // RE2 names scripts where .NET names blocks; for these the one covers what people mean by the other.
    private static readonly Dictionary<string, string> s_scripts = new(StringComparer.Ordinal)
    {
        ["Greek"] = @"\p{IsGreek}",
        ["Cyrillic"] = @"\p{IsCyrillic}",
        ["Hebrew"] = @"\p{IsHebrew}",
        ["Arabic"] = @"\p{IsArabic}",
        ["Thai"] = @"\p{IsThai}",
        ["Hiragana"] = @"\p{IsHiragana}",
        ["Katakana"] = @"\p{IsKatakana}",
        ["Hangul"] = @"\p{IsHangulSyllables}\p{IsHangulJamo}",
        ["Han"] = @"\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}",
        ["Latin"] = @"a-zA-Z\u00AA\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF",
        ["Any"] = @"\s\S",
    };

    /// <summary>Reads an escape that stands for a set of characters.</summary>
    /// <param name="pattern">The expression.</param>
    /// <param name="at">Where the backslash is.</param>
    /// <param name="inner">The set as the inside of a .NET class.</param>
    /// <param name="negated">Whether the set is everything else.</param>
    /// <param name="length">The length of the escape.</param>
    public static bool TryClass(string pattern, int at, out string inner, out bool negated, out int length)
    {
        var c = pattern[at + 1];
        length = 2;
        negated = c is 'D' or 'W' or 'S' or 'P';
        switch (c)
        {
            case 'd' or 'D':
                inner = "0-9";
                return true;
            case 'w' or 'W':
                inner = "0-9A-Za-z_";
                return true;
            case 's' or 'S':
                inner = @"\t\n\f\r ";
                return true;
            case 'p' or 'P':
                inner = Category(pattern, at, ref negated, out length);
                return true;
            default:
                inner = "";
                return false;
        }
    }

    /// <summary>Reads an escape that stands for one character.</summary>
    /// <exception cref="FormatException">There is no such escape.</exception>
    public static int Character(string pattern, int at, out int length)
    {
        var c = pattern[at + 1];
        length = 2;
        var named = "aftnrv".IndexOf(c.ToString(), StringComparison.Ordinal);
        if (named >= 0)
        {
            return "\a\f\t\n\r\v"[named];
        }

        if (c == 'x')
        {
            return Hexadecimal(pattern, at, out length);
        }

        if (c == '0' || (c is >= '1' and <= '7' && at + 2 < pattern.Length && pattern[at + 2] is >= '0' and <= '7'))
        {
            var value = 0;
            for (length = 1; length < 4 && at + length < pattern.Length && pattern[at + length] is >= '0' and <= '7'; length++)
            {
                value = (value * 8) + (pattern[at + length] - '0');
            }

            return value;
        }

        if (Characters.IsDigit(c))
        {
            throw new FormatException($"back-references such as \\{c} are not supported");
        }

        return c < 0x80 && !Characters.IsWord(c) || c == '_' ? c : throw new FormatException($"invalid escape sequence: '\\{c}'");
    }

    /// <summary>The character as a .NET pattern, inside or outside of a class.</summary>
    public static string Literal(int character)
    {
        if (character > 0xFFFF)
        {
            return char.ConvertFromUtf32(character);
        }

        return character < 0x80 && Characters.IsWord((char)character)
            ? ((char)character).ToString()
            : "\\u" + character.ToString("X4", CultureInfo.InvariantCulture);
    }

    private static int Hexadecimal(string pattern, int at, out int length)
    {
        var start = at + 2;
        var braced = start < pattern.Length && pattern[start] == '{';
        var end = braced ? pattern.IndexOf("}", start, StringComparison.Ordinal) : start + 2;
        var digits = end < 0 || end > pattern.Length ? "" : braced ? pattern.Substring(start + 1, end - start - 1) : pattern.Substring(start, 2);
        length = end + (braced ? 1 : 0) - at;
        return digits.Length is > 0 and <= 6
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && value <= 0x10FFFF && value is < 0xD800 or >= 0xE000
                ? value
                : throw new FormatException("invalid escape sequence: '\\x' needs two digits, or up to six in braces");
    }

    private static string Category(string pattern, int at, ref bool negated, out int length)
    {
        string name;
        if (at + 2 < pattern.Length && pattern[at + 2] == '{')
        {
            var end = pattern.IndexOf("}", at, StringComparison.Ordinal);
            name = end < 0 ? "" : pattern.Substring(at + 3, end - at - 3);
            length = end + 1 - at;
        }
        else
        {
            name = at + 2 < pattern.Length ? pattern.Substring(at + 2, 1) : "";
            length = 3;
        }

        if (name.StartsWith("^", StringComparison.Ordinal))
        {
            negated = !negated;
            name = name.Substring(1);
        }

        if (s_scripts.TryGetValue(name, out var script))
        {
            return script;
        }

        return name.Length is 1 or 2 && "LMNPSZC".IndexOf(name[0].ToString(), StringComparison.Ordinal) >= 0
            ? $"\\p{{{name}}}"
            : throw new FormatException($"invalid or unsupported character class range: '\\p{{{name}}}'");
    }
}
