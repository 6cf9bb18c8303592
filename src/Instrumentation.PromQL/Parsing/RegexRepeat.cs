using System.Globalization;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Counted repeats: <c>{3}</c>, <c>{2,}</c>, <c>{2,5}</c>.</summary>
internal static class RegexRepeat
{
    private const int Most = 1000;

    /// <summary>Reads the repeat at a brace; one that is no repeat is an ordinary character in RE2.</summary>
    /// <exception cref="FormatException">A count is too large.</exception>
    public static bool TryRead(string pattern, int at, out int least, out int counted, out int length)
    {
        (least, counted, length) = (0, 0, 0);
        var end = pattern.IndexOf("}", at, StringComparison.Ordinal);
        var body = end < 0 ? "" : pattern.Substring(at + 1, end - at - 1);
        var parts = body.Split(',');
        if (parts.Length > 2 || parts[0].Length == 0 || !parts.All(static part => part.All(Characters.IsDigit)))
        {
            return false;
        }

        least = Count(parts[0], body);
        counted = parts.Length == 2 && parts[1].Length > 0 ? Count(parts[1], body) : least;
        length = body.Length + 2;
        return counted >= least ? true : throw new FormatException($"invalid repeat count: '{{{body}}}'");
    }

    private static int Count(string digits, string body)
    {
        // Five digits are too many, whatever they are.
        var count = digits.Length > 4 ? Most + 1 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return count <= Most ? count : throw new FormatException($"invalid repeat count: '{{{body}}}'; at most {Most}");
    }
}
