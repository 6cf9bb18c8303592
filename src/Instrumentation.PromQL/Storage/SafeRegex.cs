using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Storage;

/// <summary>Regular expressions whose matching takes linear time, whatever the pattern and the text.</summary>
internal static class SafeRegex
{
    /// <summary>Compiles a pattern in RE2's syntax that has to match a whole value.</summary>
    /// <exception cref="ArgumentException">The pattern is wrong or too large.</exception>
    public static Regex Create(string pattern, out IReadOnlyList<string?> groupNames) =>
        Compile(static (pattern, groups) => (RegexTranslator.Translate(pattern, out groups), groups), pattern, out groupNames);

    /// <summary>Compiles a pattern in RE2's syntax that may match anywhere in a text, and whose dot stops at the end of a line, as in Go.</summary>
    /// <exception cref="ArgumentException">The pattern is wrong or too large.</exception>
    public static Regex CreateSearch(string pattern, out IReadOnlyList<string?> groupNames) =>
        Compile(static (pattern, groups) => (RegexTranslator.TranslateSearch(pattern, out groups), groups), pattern, out groupNames);

    private static Regex Compile(
        Func<string, IReadOnlyList<string?>, (string Pattern, IReadOnlyList<string?> Groups)> translate, string pattern, out IReadOnlyList<string?> groupNames)
    {
        try
        {
            (var translated, groupNames) = translate(pattern, []);
            return new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (FormatException exception)
        {
            throw new ArgumentException(exception.Message, nameof(pattern), exception);
        }
        catch (NotSupportedException exception)
        {
            // All else that is not supported has been refused while it was translated.
            throw new ArgumentException("the pattern is too large with its repeats written out; repeat less, or list fewer alternatives", nameof(pattern), exception);
        }
    }
}
