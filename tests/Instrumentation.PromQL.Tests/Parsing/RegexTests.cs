using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Parsing;

/// <summary>RE2's syntax means the same here as there.</summary>
public sealed class RegexTests
{
    [Theory]
    [InlineData("a.*", "abc", true)]
    [InlineData("a.*", "xabc", false)]
    [InlineData("a.b", "a\nb", true)]
    [InlineData("a|b", "b", true)]
    [InlineData("a|b", "ab", false)]
    [InlineData("a$", "a\n", false)]
    [InlineData(@"\d+", "٣", false)]
    [InlineData(@"\w", "é", false)]
    [InlineData(@"\pL+", "é", true)]
    [InlineData(@"\p{Greek}", "α", true)]
    [InlineData(@"\P{Lu}", "A", false)]
    [InlineData("[[:alpha:]]+", "ab", true)]
    [InlineData("[[:^digit:]x]", "1", false)]
    [InlineData(@"[^\D]", "1", true)]
    [InlineData("[]a]", "]", true)]
    [InlineData("[a-c[]", "[", true)]
    [InlineData("(?i)AB", "ab", true)]
    [InlineData("(?i:A)B", "aB", true)]
    [InlineData("(?i:A)B", "ab", false)]
    [InlineData("x{,2}", "x{,2}", true)]
    [InlineData("x{2}", "xx", true)]
    [InlineData(@"\Qa.b\E+", "a.bb", true)]
    [InlineData(@"\x41\x{42}", "AB", true)]
    [InlineData("(?P<n>a)(?<m>b)", "ab", true)]
    [InlineData("(?-s:a.b)", "a\nb", false)]
    [InlineData("", "", true)]
    public void Matches_as_in_RE2(string pattern, string value, bool matches)
    {
        Assert.Equal(matches, new SeriesMatcher(MatchKind.Regex, "l", pattern).Matches(value));
        Assert.Equal(!matches, new SeriesMatcher(MatchKind.NotRegex, "l", pattern).Matches(value));
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[")]
    [InlineData("[b-a]")]
    [InlineData("a**")]
    [InlineData("*")]
    [InlineData(@"\1")]
    [InlineData(@"\")]
    [InlineData(@"\Z")]
    [InlineData("(?!a)")]
    [InlineData("a{1001}")]
    [InlineData("(?P<a>x)(?P<a>y)")]
    public void Refuses_what_RE2_refuses(string pattern)
    {
        Assert.ThrowsAny<ArgumentException>(() => new SeriesMatcher(MatchKind.Regex, "l", pattern));
    }
}
