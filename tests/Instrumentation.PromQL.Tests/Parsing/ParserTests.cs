using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Tests.Parsing;

public sealed class ParserTests
{
    [Theory]
    [InlineData("sum(rate(http_requests_total{job=\"a\"}[5m])) by (job)", "sum by (job) (rate(http_requests_total{job=\"a\"}[5m]))")]
    [InlineData("-2^2", "-2 ^ 2")]
    [InlineData("2 ^ -1 * 3", "2 ^ -1 * 3")]
    [InlineData("a + on(x) group_left(y) b", "a + on (x) group_left (y) b")]
    [InlineData("a==bool b", "a == bool b")]
    [InlineData("x[300] offset 90000", "x[5m] offset 1d1h")]
    [InlineData("x offset -1h @ 1.5", "x @ 1.500 offset -1h")]
    [InlineData("x @ end()", "x @ end()")]
    [InlineData("rate(x[1m:])[1h:30s] offset 5m", "rate(x[1m:])[1h:30s] offset 5m")]
    [InlineData("{\"http.requests\", \"le\"=\"1\"}", "{__name__=\"http.requests\",le=\"1\"}")]
    [InlineData("{b!~'x', a='y'}", "{a=\"y\",b!~\"x\"}")]
    [InlineData("0x1f + 017 + 1_000 + 1e3", "31 + 15 + 1000 + 1000")]
    [InlineData("5m + 1", "5m + 1")]
    [InlineData("+Inf ^ 2 + Inf ^ 2", "+Inf ^ 2 + Inf ^ 2")]
    [InlineData("1e-7 + Inf - nan", "0.0000001 + +Inf - NaN")]
    [InlineData("sum + by + offset", "sum + by + offset")]
    [InlineData("topk without(a) (3, x)", "topk without (a) (3, x)")]
    [InlineData("x[step() * 2 + min_of(1m, range())]", "x[step() * 2 + min_of(1m, range())]")]
    [InlineData("a / ignoring(b) fill_right(0) c", "a / ignoring (b) fill_right (0) c")]
    [InlineData("rate(x[5m] anchored)", "rate(x[5m] anchored)")]
    [InlineData("job:x:rate5m # a comment", "job:x:rate5m")]
    [InlineData("\"a\\x41\\u00e9\\n\"", "\"aAé\\n\"")]
    [InlineData("\"\\xc3\\xa9 \\303\\251 \\xf0\\x9f\\x8e\\xae\"", "\"é é 🎮\"")]
    [InlineData("\"a\\xc5z\\377\"", "\"a\\xc5z\\xff\"")]
    [InlineData("\"\\xe0\\x80\\x80 \\xed\\xa0\\x80 \\xf4\\x90\\x80\\x80\"", "\"\\xe0\\x80\\x80 \\xed\\xa0\\x80 \\xf4\\x90\\x80\\x80\"")]
    [InlineData("((x))", "((x))")]
    public void Prints_canonically_and_stably(string text, string canonical)
    {
        var printed = PromQLParser.ParseOrThrow(text).ToString();

        Assert.Equal(canonical, printed);
        Assert.Equal(canonical, PromQLParser.ParseOrThrow(printed).ToString());
    }

    [Theory]
    [InlineData("2 + 3 * 4 ^ 2", "2 + (3 * (4 ^ 2))")]
    [InlineData("2 ^ 3 ^ 2", "2 ^ (3 ^ 2)")]
    [InlineData("1 - 2 - 3", "(1 - 2) - 3")]
    [InlineData("a or b and c unless d", "a or ((b and c) unless d)")]
    [InlineData("a > b + c", "a > (b + c)")]
    [InlineData("-a ^ b", "-(a ^ b)")]
    [InlineData("-a * b", "(-a) * b")]
    [InlineData("x offset 5m + 1", "(x offset 5m) + 1")]
    public void Precedence(string text, string explicitly)
    {
        Assert.Equal(Shape(PromQLParser.ParseOrThrow(explicitly)), Shape(PromQLParser.ParseOrThrow(text)));
    }

    [Fact]
    public void Positions_are_those_of_the_text()
    {
        var sum = Assert.IsType<AggregateExpression>(PromQLParser.ParseOrThrow("sum( rate(x[5m] offset 1h) ) "));
        var rate = Assert.IsType<CallExpression>(sum.Operand);
        var range = Assert.IsType<MatrixSelector>(rate.Arguments[0]);

        Assert.Equal(new SourceRange(0, 28), sum.Range);
        Assert.Equal(new SourceRange(5, 26), rate.Range);
        Assert.Equal(new SourceRange(10, 25), range.Range);
        Assert.Equal(new SourceRange(10, 11), range.Selector.Matchers[^1].Range);
    }

    [Fact]
    public void Selector_alone_may_match_everything()
    {
        Assert.True(PromQLParser.ParseSelector("{}").Success);
        Assert.False(PromQLParser.Parse("{}").Success);
        Assert.False(PromQLParser.ParseSelector("up[5m]").Success);
    }

    [Fact]
    public void Experimental_parts_can_be_refused()
    {
        foreach (var text in (string[])["limitk(1, x)", "x[1m+1m]", "rate(x[1m] smoothed)", "a + fill(0) b", "mad_over_time(x[5m])"])
        {
            Assert.True(PromQLParser.Parse(text).Success, text);
            var refused = PromQLParser.Parse(text, ParserFeatures.None);
            Assert.Contains("--enable-feature=", Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
        }
    }

    // Parentheses do not matter for what belongs together.
    private static string Shape(Expression expression) => expression switch
    {
        ParenExpression paren => Shape(paren.Inner),
        BinaryExpression binary => $"({Shape(binary.Left)} {binary.Operator} {Shape(binary.Right)})",
        UnaryExpression unary => $"(- {Shape(unary.Operand)})",
        _ => expression.ToString(),
    };
}
