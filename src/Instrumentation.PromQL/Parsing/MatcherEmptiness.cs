using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Whether a matcher takes series that lack its label.</summary>
internal static class MatcherEmptiness
{
    public static bool RefusesEmpty(LabelMatcher matcher) => matcher.Kind switch
    {
        MatchKind.Equal => matcher.Value.Length > 0,
        MatchKind.NotEqual => matcher.Value.Length == 0,
        MatchKind.Regex => !RegexTranslator.TakesEmpty(matcher.Value),
        _ => RegexTranslator.TakesEmpty(matcher.Value),
    };
}
