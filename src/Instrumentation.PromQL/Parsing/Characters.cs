namespace Instrumentation.PromQL.Parsing;

/// <summary>The character classes of the language, all ASCII: a letter of another alphabet needs quotes.</summary>
internal static class Characters
{
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsLetter(char c) => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    public static bool IsWord(char c) => IsLetter(c) || IsDigit(c);

    public static bool IsHexDigit(char c) => HexValue(c) < 16;

    public static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => 16,
    };

    /// <summary>Whether a label's name can stand without quotes.</summary>
    public static bool IsPlainLabelName(string name)
    {
        if (name.Length == 0 || IsDigit(name[0]))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!IsWord(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a metric's name can stand outside braces.</summary>
    public static bool IsPlainMetricName(string name)
    {
        if (name.Length == 0 || IsDigit(name[0]))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!IsWord(c) && c != ':')
            {
                return false;
            }
        }

        return true;
    }
}
