using System.Text;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Storage;

/// <summary>
/// Finds the patterns that only list values, as most do: <c>a|b</c>, or <c>(10\.0\.0\.1:80|10\.0\.0\.2:80)</c> as dashboards write a choice of several. A set answers these
/// at once, and has no limit of size.
/// </summary>
internal static class LiteralAlternatives
{
    /// <summary>The values listed; null for a pattern that does more.</summary>
    public static HashSet<string>? Find(string pattern)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        var value = new StringBuilder();
        var (start, end) = Inner(pattern);
        for (var i = start; i < end; i++)
        {
            var c = pattern[i];
            if (c == '|')
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else if (c == '\\' && i + 1 < end && IsPunctuation(pattern[i + 1]))
            {
                value.Append(pattern[++i]);
            }
            else if (c is '\\' or '.' or '+' or '*' or '?' or '(' or ')' or '[' or ']' or '{' or '}' or '^' or '$')
            {
                return null;
            }
            else
            {
                value.Append(c);
            }
        }

        values.Add(value.ToString());
        return values;
    }

    // A group around all of it changes nothing; one that ends before the end leaves a parenthesis inside, and is found to be more than a list.
    private static (int Start, int End) Inner(string pattern) =>
        pattern.Length < 2 || pattern[^1] != ')' ? (0, pattern.Length)
        : pattern.StartsWith("(?:", StringComparison.Ordinal) ? (3, pattern.Length - 1)
        : pattern[0] == '(' ? (1, pattern.Length - 1)
        : (0, pattern.Length);

    // A backslash before anything else is a class, an assertion or a mistake.
    private static bool IsPunctuation(char c) => c < 0x80 && !Characters.IsWord(c) && !char.IsControl(c) && c != ' ';
}
