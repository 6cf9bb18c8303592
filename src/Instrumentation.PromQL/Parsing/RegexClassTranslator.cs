using System.Text;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Character classes: <c>[a-z[:digit:]\d]</c>.</summary>
internal static class RegexClassTranslator
{
    private static readonly Dictionary<string, string> s_posix = new(StringComparer.Ordinal)
    {
        ["alnum"] = "0-9A-Za-z",
        ["alpha"] = "A-Za-z",
        ["ascii"] = @"\u0000-\u007F",
        ["blank"] = @"\t ",
        ["cntrl"] = @"\u0000-\u001F\u007F",
        ["digit"] = "0-9",
        ["graph"] = @"\u0021-\u007E",
        ["lower"] = "a-z",
        ["print"] = @"\u0020-\u007E",
        ["punct"] = @"\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E",
        ["space"] = @"\t\n\v\f\r ",
        ["upper"] = "A-Z",
        ["word"] = "0-9A-Za-z_",
        ["xdigit"] = "0-9A-Fa-f",
    };

    /// <summary>Appends the class that starts at <paramref name="start"/> and returns the index after it.</summary>
    /// <exception cref="FormatException">The class is wrong.</exception>
    public static int Translate(string pattern, int start, StringBuilder result)
    {
        var position = start + 1;
        var negated = position < pattern.Length && pattern[position] == '^';
        position += negated ? 1 : 0;
        var inside = new StringBuilder();
        // .NET has no union with a negated set inside a class, so those become alternatives of their own.
        var negatedParts = new List<string>();
        var first = position;
        while (true)
        {
            if (position >= pattern.Length)
            {
                throw new FormatException($"missing closing ]: '{pattern.Substring(start)}'");
            }

            if (pattern[position] == ']' && position > first)
            {
                break;
            }

            position = Item(pattern, position, inside, negatedParts);
        }

        Append(result, inside.ToString(), negatedParts, negated);
        return position + 1;
    }

    private static int Item(string pattern, int position, StringBuilder inside, List<string> negatedParts)
    {
        if (string.CompareOrdinal(pattern, position, "[:", 0, 2) == 0)
        {
            var end = pattern.IndexOf(":]", position + 2, StringComparison.Ordinal);
            if (end > 0)
            {
                return Posix(pattern, position, end, inside, negatedParts);
            }
        }

        if (pattern[position] == '\\' && position + 1 < pattern.Length
            && RegexEscapes.TryClass(pattern, position, out var set, out var isNegated, out var length))
        {
            AppendSet(set, isNegated, inside, negatedParts);
            return position + length;
        }

        var low = Character(pattern, ref position);
        inside.Append(RegexEscapes.Literal(low));
        if (position + 1 < pattern.Length && pattern[position] == '-' && pattern[position + 1] != ']')
        {
            position++;
            var high = Character(pattern, ref position);
            if (high < low)
            {
                throw new FormatException("invalid character class range: its end is before its start");
            }

            inside.Append('-').Append(RegexEscapes.Literal(high));
        }

        return position;
    }

    private static int Posix(string pattern, int position, int end, StringBuilder inside, List<string> negatedParts)
    {
        var name = pattern.Substring(position + 2, end - position - 2);
        var isNegated = name.StartsWith("^", StringComparison.Ordinal);
        if (!s_posix.TryGetValue(isNegated ? name.Substring(1) : name, out var set))
        {
            throw new FormatException($"invalid character class range: '[:{name}:]'");
        }

        AppendSet(set, isNegated, inside, negatedParts);
        return end + 2;
    }

    private static void AppendSet(string set, bool isNegated, StringBuilder inside, List<string> negatedParts)
    {
        if (isNegated)
        {
            negatedParts.Add(set);
        }
        else
        {
            inside.Append(set);
        }
    }

    private static void Append(StringBuilder result, string inside, List<string> negatedParts, bool negated)
    {
        if (negatedParts.Count == 0)
        {
            result.Append(negated ? "[^" : "[").Append(inside).Append(']');
            return;
        }

        if (negated)
        {
            // Not (A or not B) is B without A, which .NET writes as a subtraction.
            if (negatedParts.Count > 1)
            {
                throw new FormatException("a negated class with several negated classes inside is not supported");
            }

            result.Append('[').Append(negatedParts[0]);
            result.Append(inside.Length > 0 ? $"-[{inside}]]" : "]");
            return;
        }

        result.Append("(?:");
        if (inside.Length > 0)
        {
            result.Append('[').Append(inside).Append("]|");
        }

        result.Append(string.Join("|", negatedParts.Select(static part => $"[^{part}]"))).Append(')');
    }

    private static int Character(string pattern, ref int position)
    {
        if (position >= pattern.Length)
        {
            throw new FormatException("missing closing ]");
        }

        if (pattern[position] != '\\')
        {
            return pattern[position++];
        }

        if (position + 1 >= pattern.Length)
        {
            throw new FormatException("trailing backslash at end of expression");
        }

        var character = RegexEscapes.Character(pattern, position, out var length);
        position += length;
        return character <= 0xFFFF ? character : throw new FormatException("a class cannot hold characters beyond U+FFFF");
    }
}
