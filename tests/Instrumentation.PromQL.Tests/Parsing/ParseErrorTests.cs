using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Tests.Parsing;

/// <summary>Each mistake stands under the characters that are wrong: the marked part of the second line.</summary>
public sealed class ParseErrorTests
{
    [Theory]
    [InlineData("sum(raet(x[5m]))", "    ^^^^", "did you mean \"rate\"?")]
    [InlineData("holt_winters(x[5m], 0.5, 0.5)", "^^^^^^^^^^^^", "did you mean \"double_exponential_smoothing\"?")]
    [InlineData("histogram_quantil(0.9, x)", "^^^^^^^^^^^^^^^^^", "did you mean \"histogram_quantile\"?")]
    [InlineData("rate(x)", "     ^", "add a range")]
    [InlineData("rate(x + y)", "     ^^^^^", "make it a subquery")]
    [InlineData("abs(x[5m])", "    ^^^^^", "expected type instant vector")]
    [InlineData("x +", "   ", "unexpected end of input")]
    [InlineData("x & y", "  ^", "write \"and\"")]
    [InlineData("x = 1", "  ^", "written ==")]
    [InlineData("x @ -Inf", "    ^^^^", "out of bounds for @ modifier: -Inf")]
    [InlineData("1 > 2", "  ^", "BOOL modifier")]
    [InlineData("x[5x]", "  ^^", "bad number or duration")]
    [InlineData("x[1m1h]", "  ^^^^", "from large to small")]
    [InlineData("x[0s]", "  ^^", "greater than 0")]
    [InlineData("rate(x[5m)", "         ^", "expected \":\" or \"]\"")]
    [InlineData("(x", "  ", "expected \")\"")]
    [InlineData("x)", " ^", "none is open")]
    [InlineData("x{job=foo}", "      ^^^", "string in quotes")]
    [InlineData("x{job=~\"a(\"}", "       ^^^^", "missing closing )")]
    [InlineData("x{job=~\"(?=a)\"}", "       ^^^^^^^", "lookaround is not supported")]
    [InlineData("x{job \"a\"}", "      ^^^", "one of =, !=, =~, !~")]
    [InlineData("\"abc", "^^^^", "unterminated quoted string")]
    [InlineData("\"a\\qc\"", "  ^^", "unknown escape sequence")]
    [InlineData("{}", "^^", "at least one non-empty matcher")]
    [InlineData("x{__name__=\"y\"}", "  ^^^^^^^^^^^^", "must not be set twice")]
    [InlineData("sum(x, y)", "^^^^^^^^^", "write sum(vector)")]
    [InlineData("clamp(x, 1)", "^^^^^^^^^^^", "clamp(instant vector, scalar, scalar)")]
    [InlineData("a and on(x) group_left b", "^^^^^^^^^^^^^^^^^^^^^^^^", "no grouping allowed")]
    [InlineData("1 and a", "^^^^^^^", "not allowed in binary scalar expression")]
    [InlineData("sum(x) offset 5m", "^^^^^^", "next to the metric")]
    [InlineData("x offset 5m [5m]", "            ^^^^", "no offset modifiers allowed before range")]
    [InlineData("rate(x[5m])[5m]", "           ^^^^", "a subquery over an expression has a colon")]
    [InlineData("abs(x,)", "     ^", "trailing commas")]
    [InlineData("sum(\n  rate(x)\n)", null, "2:8")]
    public void Error_stands_at_its_place(string text, string? mark, string message)
    {
        var result = PromQLParser.Parse(text);

        Assert.False(result.Success);
        var error = result.Errors[0];
        Assert.Contains(message, error.Describe(text), StringComparison.Ordinal);
        if (mark is not null)
        {
            Assert.Equal(mark, new string(' ', error.Range.Start) + new string('^', error.Range.End - error.Range.Start));
        }
    }

    [Fact]
    public void Misspelt_function_names_its_replacement()
    {
        Assert.Equal("rate", PromQLParser.Parse("rat(x[5m])").Errors[0].Replacement);
        Assert.Null(PromQLParser.Parse("completely_different(x)").Errors[0].Replacement);
    }

    [Fact]
    public void All_type_errors_are_found_at_once()
    {
        Assert.Equal(2, PromQLParser.Parse("rate(x) + rate(y)").Errors.Count);
    }

    [Theory]
    [InlineData('(', ')')]
    [InlineData('-', ' ')]
    public void Deep_nesting_is_an_error(char open, char close)
    {
        var text = new string(open, 20_000) + "x" + new string(close, 20_000);

        Assert.Contains("nested deeper", PromQLParser.Parse(text).Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_chains_are_an_error()
    {
        Assert.True(PromQLParser.Parse(string.Join(" or ", Enumerable.Repeat("x", 900))).Success);
        Assert.False(PromQLParser.Parse(string.Join(" or ", Enumerable.Repeat("x", 1100))).Success);
        Assert.False(PromQLParser.Parse(new string('x', PromQLParser.LongestQuery + 1)).Success);
    }
}
