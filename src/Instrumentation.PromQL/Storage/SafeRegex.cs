using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Storage;

/// <summary>Regular expressions whose matching takes linear time, whatever the pattern and the text.</summary>
internal static class SafeRegex
{
    /// <summary>Compiles a pattern in RE2's syntax that has to match a whole value.</summary>
    /// <exception cref="ArgumentException">The pattern is wrong or too large.</exception>
    public static Regex Create(string pattern, out IReadOnlyList<string?> groupNames)
    {
        try
        {
            return new Regex(RegexTranslator.Translate(pattern, out groupNames), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (FormatException exception)
        {
            throw new ArgumentException(exception.Message, nameof(pattern), exception);
        }
        catch (NotSupportedException exception)
        {
            throw new ArgumentException(exception.Message, nameof(pattern), exception);
        }
    }
}
