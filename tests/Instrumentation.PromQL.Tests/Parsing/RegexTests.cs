using Instrumentation.PromQL.Parsing;
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
    [InlineData("(a|b)", "b", true)]
    [InlineData("(?:a|b c)", "b c", true)]
    [InlineData("(a)|(b)", "b", true)]
    [InlineData("(a|b)c", "a", false)]
    [InlineData(@"(a|b\))", "b)", true)]
    [InlineData(@"a\.b|c\|d", "a.b", true)]
    [InlineData(@"a\.b|c\|d", "axb", false)]
    [InlineData(@"a\.b|c\|d", "c|d", true)]
    [InlineData("(|a)", "", true)]
    [InlineData("", "", true)]
    public void Matches_as_in_RE2(string pattern, string value, bool matches)
    {
        Assert.Equal(matches, new SeriesMatcher(MatchKind.Regex, "l", pattern).Matches(value));
        Assert.Equal(!matches, new SeriesMatcher(MatchKind.NotRegex, "l", pattern).Matches(value));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("a", false)]
    [InlineData("a*", true)]
    [InlineData("a+", false)]
    [InlineData("a+?", false)]
    [InlineData("a??", true)]
    [InlineData("(a+)?", true)]
    [InlineData("a|", true)]
    [InlineData("ab*|c", false)]
    [InlineData("(a*|b)(c?)", true)]
    [InlineData("(a*|b)(c?)d", false)]
    [InlineData("a{0,3}", true)]
    [InlineData("(a?){3}", true)]
    [InlineData("^$", true)]
    [InlineData("(?i)", true)]
    [InlineData("(?i)a", false)]
    [InlineData(@"\b", false)]
    [InlineData(@"\B", true)]
    [InlineData(@"\Qab\E*", false)]
    [InlineData("[a]*", true)]
    [InlineData(".", false)]
    [InlineData("(a?|b?){300}c", false)]
    public void Knows_without_matching_whether_the_empty_string_matches(string pattern, bool matches)
    {
        Assert.Equal(!matches, PromQLParser.Parse($"{{l=~`{pattern}`}}").Success);
        Assert.Equal(matches, new SeriesMatcher(MatchKind.Regex, "l", pattern).Matches(""));
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
    [InlineData("(((a?){1000}){1000}){1000}")]
    [InlineData("(a{40}|b){40}")]
    [InlineData("a{2,1}")]
    public void Refuses_what_RE2_refuses(string pattern)
    {
        Assert.ThrowsAny<ArgumentException>(() => new SeriesMatcher(MatchKind.Regex, "l", pattern));
    }

    [Fact]
    public void A_list_of_values_may_be_long_and_a_pattern_that_is_too_large_says_so()
    {
        var addresses = Enumerable.Range(0, 3000).Select(static i => $@"10\.0\.{i / 250}\.{i % 250}:9090").ToList();
        var list = new SeriesMatcher(MatchKind.Regex, "l", $"({string.Join('|', addresses)})");
        Assert.Equal(3000, list.Candidates!.Count);
        Assert.True(list.Matches("10.0.11.249:9090"));
        Assert.False(list.Matches("10.0.12.0:9090"));

        var exception = Assert.Throws<ArgumentException>(() => new SeriesMatcher(MatchKind.Regex, "l", string.Concat(Enumerable.Repeat("(a{1000})", 50))));
        Assert.Contains("too large", exception.Message, StringComparison.Ordinal);
    }
}
