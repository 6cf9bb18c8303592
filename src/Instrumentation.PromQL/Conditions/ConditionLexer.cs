using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Cuts a condition into tokens. Knows no mistakes: what it does not know is a token of its own.</summary>
internal static class ConditionLexer
{
    public static List<ConditionToken> Read(string text)
    {
        var tokens = new List<ConditionToken>();
        var position = 0;
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            var start = position;
            var kind = Scan(text, ref position);
            tokens.Add(new(kind, new SourceRange(start, position), text.Substring(start, position - start)));
        }

        tokens.Add(new(ConditionTokenKind.End, new SourceRange(text.Length, text.Length), ""));
        return tokens;
    }

    private static ConditionTokenKind Scan(string text, ref int position)
    {
        var c = text[position];
        if (Characters.IsLetter(c) || c == ':')
        {
            ScanWord(text, ref position);
            return ConditionTokenKind.Word;
        }

        if (Characters.IsDigit(c) || (c == '.' && Characters.IsDigit(At(text, position + 1))))
        {
            ScanNumber(text, ref position);
            return ConditionTokenKind.Number;
        }

        if (c is '>' or '<' or '=' or '!' or '≥' or '≤' or '≠' or '&' or '|')
        {
            position++;
            while (At(text, position) is '>' or '<' or '=' or '!' or '&' or '|')
            {
                position++;
            }

            return ConditionTokenKind.Comparison;
        }

        position++;
        return c switch
        {
            '(' => ConditionTokenKind.LeftParen,
            ')' => ConditionTokenKind.RightParen,
            '+' or '-' or '*' or '/' or '%' or '^' => ConditionTokenKind.Arithmetic,
            _ => ConditionTokenKind.Other,
        };
    }

    private static void ScanWord(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && (Characters.IsWord(text[position]) || text[position] == ':'))
        {
            position++;
        }

        // The point belongs to p99.9 and to nothing else.
        if (At(text, position) == '.' && Characters.IsDigit(At(text, position + 1)) && IsPercentile(text.Substring(start, position - start)))
        {
            position++;
            while (Characters.IsDigit(At(text, position)))
            {
                position++;
            }
        }
    }

    /// <summary>Whether a word has the form of a percentile, with or without decimals.</summary>
    public static bool IsPercentile(string word)
    {
        if (word.Length < 2 || word[0] is not ('p' or 'P'))
        {
            return false;
        }

        for (var i = 1; i < word.Length; i++)
        {
            if (!Characters.IsDigit(word[i]) && word[i] != '.')
            {
                return false;
            }
        }

        return true;
    }

    private static void ScanNumber(string text, ref int position)
    {
        // Digits, exponents and units: which is which is for whoever reads the number.
        while (position < text.Length && (IsOfNumber(text[position]) || IsExponentSign(text, position)))
        {
            position++;
        }

        if (At(text, position) == '%' && !Characters.IsDigit(At(text, position + 1)))
        {
            position++;
        }

        if (At(text, position) == '/' && Characters.IsLetter(At(text, position + 1)) && IsPerTime(text, position + 1))
        {
            position++;
            while (Characters.IsWord(At(text, position)))
            {
                position++;
            }
        }
    }

    private static bool IsOfNumber(char c) => Characters.IsWord(c) || c is '.' or 'µ' or 'μ';

    private static bool IsExponentSign(string text, int position) =>
        text[position] is '+' or '-'
        && text[position - 1] is 'e' or 'E'
        && position > 1 && Characters.IsDigit(text[position - 2])
        && Characters.IsDigit(At(text, position + 1));

    // 5/x is a division by the metric x; 5/min is a mistake worth a suggestion.
    private static bool IsPerTime(string text, int position)
    {
        var end = position;
        while (Characters.IsWord(At(text, end)) || At(text, end) == ':')
        {
            end++;
        }

        var word = text.Substring(position, end - position);
        return UnitTable.PerTime(word) is not null || UnitTable.IsUnitLike(word);
    }

    private static char At(string text, int position) => position < text.Length ? text[position] : '\0';
}
