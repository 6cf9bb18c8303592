using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Whether a matcher takes series that lack its label.</summary>
internal static class MatcherEmptiness
{
    public static bool RefusesEmpty(LabelMatcher matcher) => matcher.Kind switch
    {
        MatchKind.Equal => matcher.Value.Length > 0,
        MatchKind.NotEqual => matcher.Value.Length == 0,
        MatchKind.Regex => !MatchesEmpty(matcher.Value),
        _ => MatchesEmpty(matcher.Value),
    };

    // On an empty input a backtracking engine has nothing to go through.
    private static bool MatchesEmpty(string pattern) =>
        Regex.IsMatch("", RegexTranslator.Translate(pattern, out _), RegexOptions.CultureInvariant);
}
