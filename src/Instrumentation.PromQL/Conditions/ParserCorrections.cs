using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>What was probably meant by what PromQL's parser cannot take, where the text around it tells: slips that other languages lead to.</summary>
internal static class ParserCorrections
{
    private static readonly string[] s_groupings = ["by", "without", "on", "ignoring", "group_left", "group_right"];

    /// <summary>The place that is wrong and what belongs there; null when that is anybody's guess.</summary>
    /// <param name="text">The condition.</param>
    /// <param name="range">What the parser stumbled over.</param>
    public static (SourceRange Place, string Meant)? Find(string text, SourceRange range)
    {
        var token = text.Substring(range.Start, range.End - range.Start);
        var before = Before(text, range.Start);
        var inBraces = text.LastIndexOf('{', Math.Max(0, range.Start - 1)) > text.LastIndexOf('}', Math.Max(0, range.Start - 1));
        return token switch
        {
            "&" or "|" => (new(range.Start, range.Start + (At(text, range.End) == token[0] ? 2 : 1)), token == "&" ? "and" : "or"),
            "==" when inBraces => (range, "="),
            "," when IsDigit(text, range.Start - 1) && IsDigit(text, range.End) => DecimalComma(text, range),
            { Length: > 0 } when Characters.IsDigit(token[0]) => Number(token, isRange: before == '[') is { } number ? (range, number) : null,
            { Length: > 0 } when !token.All(Characters.IsWord) => null,
            { Length: > 0 } when inBraces && before is '=' or '~' => (range, $"'{token}'"),
            { Length: > 0 } when s_groupings.Contains(WordBefore(text, range.Start)) && At(text, range.End) is ' ' => (range, $"({token})"),
            _ => null,
        };
    }

    private static (SourceRange Place, string Meant) DecimalComma(string text, SourceRange comma)
    {
        var (start, end) = (comma.Start, comma.End);
        while (IsDigit(text, start - 1))
        {
            start--;
        }

        while (IsDigit(text, end))
        {
            end++;
        }

        return (new(start, end), text.Substring(start, end - start).Replace(',', '.'));
    }

    private static string? Number(string token, bool isRange)
    {
        if (isRange)
        {
            return WindowParser.Suggest(token);
        }

        var zeros = token[token.Length - 1] switch { 'k' or 'K' => 3, 'M' => 6, 'G' => 9, _ => 0 };
        return zeros > 0 && token.Length is > 1 and < 10 && token.Take(token.Length - 1).All(Characters.IsDigit) ? token.Substring(0, token.Length - 1) + new string('0', zeros) : null;
    }

    private static char Before(string text, int position)
    {
        while (position > 0 && char.IsWhiteSpace(text[position - 1]))
        {
            position--;
        }

        return At(text, position - 1);
    }

    private static string WordBefore(string text, int position)
    {
        var end = position;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && Characters.IsWord(text[start - 1]))
        {
            start--;
        }

        return text.Substring(start, end - start);
    }

    private static bool IsDigit(string text, int position) => Characters.IsDigit(At(text, position));

    private static char At(string text, int position) => position >= 0 && position < text.Length ? text[position] : '\0';
}
