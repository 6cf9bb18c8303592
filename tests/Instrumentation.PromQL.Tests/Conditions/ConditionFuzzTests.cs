using Instrumentation.PromQL.Conditions;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Tests.Conditions;

/// <summary>Whatever the text, there is an answer, and what is accepted is PromQL.</summary>
public class ConditionFuzzTests
{
    private static readonly string[] s_pieces =
    [
        "p95", "p99.9", "p59", "rate", "errors", "error_ratio", "value", "in_flight", "up", "x_total", ">", "<", ">=", "==", "!=", "=", "&&", "100ms", "5%", "5", "1e3",
        "1e999", "10/s", "5MB/s", "5/", "/", "%", "over", "5m", "5min", "and", "or", "unless", "(", ")", "-", "+", "*", "sum(", "rate(x[5m])", "{", "}", "[", "]", "\"", ",", "by",
        "offset", ".", "µs", "\0", "é", "😀", "\n", "#", "1h30m", "Hz", "99999999999999999999999999999999999", "0x", "_", ":",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_conditions_do_no_harm(int seed)
    {
        var random = new Random(seed);
        var subjects = Enum.GetValues<SubjectKind>()
            .Select(kind => kind switch
            {
                SubjectKind.None => ConditionSubject.None,
                SubjectKind.Operation => ConditionSubject.Operation("a \"b\" \\ c"),
                _ => ConditionSubject.OfMetric(kind, "x_seconds", bounds: [0.1, 1]),
            })
            .ToArray();
        var accepted = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 9)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            var result = ConditionParser.Parse(text, subjects[random.Next(subjects.Length)]);
            Assert.All(result.Errors, error => Assert.True(
                error.Range.Start >= 0 && error.Range.End > error.Range.Start && error.Range.End <= text.Length && error.Message.Length > 0, $"{text}: {error}"));
            Assert.Equal(result.Success, result.Errors.All(error => error.IsWarning));
            if (result.Expression is { } expression)
            {
                accepted++;
                Assert.True(PromQLParser.Parse(expression.ToString(), ParserFeatures.None).Success, $"{text}: {expression}");
            }
        }

        Assert.InRange(accepted, 100, 20_000);
    }

    [Fact]
    public void Deep_and_long_texts_are_refused()
    {
        var subject = ConditionSubject.Operation("x");
        Assert.False(ConditionParser.Parse(new string('(', 50_000) + "p95 > 1s", subject).Success);
        Assert.False(ConditionParser.Parse(new string('x', 200_000), subject).Success);
        Assert.False(ConditionParser.Parse(string.Join(" and ", Enumerable.Repeat("rate > 1", 5_000)), subject).Success);
    }
}
