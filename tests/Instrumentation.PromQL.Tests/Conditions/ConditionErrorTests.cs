using Instrumentation.PromQL.Conditions;

namespace Instrumentation.PromQL.Tests.Conditions;

/// <summary>Each mistake is said under the wrong word, which stands between brackets here, and with what was probably meant.</summary>
public class ConditionErrorTests
{
    private static readonly ConditionSubject s_operation = ConditionSubject.Operation("Combat.Act");

    [Theory]
    [InlineData("⟦p59⟧ > 100ms", ConditionProblem.UnknownShorthand, "p95")]
    [InlineData("⟦p94⟧ > 100ms", ConditionProblem.UnknownShorthand, "p95")]
    [InlineData("⟦P95⟧ > 100ms", ConditionProblem.UnknownShorthand, "p95")]
    [InlineData("⟦p999⟧ > 100ms", ConditionProblem.UnknownShorthand, "p99.9")]
    [InlineData("⟦eror_ratio⟧ > 5%", ConditionProblem.UnknownShorthand, "error_ratio")]
    [InlineData("⟦error_rate⟧ > 5%", ConditionProblem.UnknownShorthand, "error_ratio")]
    [InlineData("⟦avg⟧ > 5ms", ConditionProblem.UnknownShorthand, "mean")]
    [InlineData("⟦latency⟧ > 5ms", ConditionProblem.UnknownShorthand, "p95")]
    [InlineData("rate > 5/s and ⟦men⟧ > 5ms", ConditionProblem.UnknownShorthand, "mean")]
    [InlineData("rate > 5/s and ⟦game_players⟧ > 5", ConditionProblem.UnknownShorthand, null)]
    [InlineData("⟦value⟧ > 5", ConditionProblem.WrongKind, null)]
    [InlineData("⟦max⟧ > 5ms", ConditionProblem.WrongKind, "p99.9")]
    [InlineData("p95 > ⟦5MB⟧", ConditionProblem.WrongUnit, null)]
    [InlineData("p95 > ⟦5%⟧", ConditionProblem.WrongUnit, null)]
    [InlineData("p95 > ⟦5 %⟧", ConditionProblem.WrongUnit, null)]
    [InlineData("p95 > ⟦100msec⟧", ConditionProblem.WrongUnit, "100ms")]
    [InlineData("p95 > ⟦100 millis⟧", ConditionProblem.WrongUnit, "100ms")]
    [InlineData("p95 > ⟦100mb⟧", ConditionProblem.WrongUnit, "100MB")]
    [InlineData("rate > ⟦5/min⟧", ConditionProblem.WrongUnit, "5/m")]
    [InlineData("rate > ⟦5ms⟧", ConditionProblem.WrongUnit, null)]
    [InlineData("error_ratio > ⟦5ms⟧", ConditionProblem.WrongUnit, null)]
    [InlineData("in_flight > ⟦5/s⟧", ConditionProblem.WrongUnit, "5")]
    [InlineData("in_flight > ⟦5%⟧", ConditionProblem.WrongUnit, null)]
    [InlineData("errors > ⟦5%⟧", ConditionProblem.WrongUnit, null)]
    [InlineData("⟦p95⟧", ConditionProblem.Syntax, null)]
    [InlineData("p95 ⟦100ms⟧", ConditionProblem.Syntax, null)]
    [InlineData("p95 ⟦=⟧ 100ms", ConditionProblem.Syntax, "==")]
    [InlineData("p95 ⟦=>⟧ 100ms", ConditionProblem.Syntax, ">=")]
    [InlineData("p95 > 100ms ⟦&&⟧ rate > 5", ConditionProblem.Syntax, "and")]
    [InlineData("p95 > 100ms ⟦adn⟧ rate > 5", ConditionProblem.Syntax, "and")]
    [InlineData("p95 ⟦>⟧", ConditionProblem.Syntax, null)]
    [InlineData("p95 > ⟦rate⟧", ConditionProblem.Syntax, null)]
    [InlineData("p95 > 100ms ⟦over⟧", ConditionProblem.Syntax, null)]
    [InlineData("p95 > 100ms over ⟦5min⟧", ConditionProblem.Syntax, "5m")]
    [InlineData("p95 > 100ms over ⟦5⟧", ConditionProblem.Syntax, "5m")]
    [InlineData("p95 > 100ms over ⟦0s⟧", ConditionProblem.Syntax, null)]
    [InlineData("p95 > 100ms over ⟦lunch⟧", ConditionProblem.Syntax, null)]
    [InlineData("p95 > 100ms ⟦ovr⟧ 5m", ConditionProblem.Syntax, "over")]
    [InlineData("p95 > 100ms ⟦for⟧ 5m", ConditionProblem.Syntax, null)]
    [InlineData("p95 > 100ms ⟦by⟧ region", ConditionProblem.Syntax, null)]
    [InlineData("p95 > 100ms ⟦offset⟧ 5m", ConditionProblem.Syntax, null)]
    [InlineData("p95 ⟦*⟧ 2 > 100ms", ConditionProblem.Syntax, null)]
    [InlineData("errors ⟦/⟧ count > 5%", ConditionProblem.Syntax, null)]
    [InlineData("⟦(⟧p95 > 100ms", ConditionProblem.Syntax, null)]
    [InlineData("p95 > 100ms⟦)⟧", ConditionProblem.Syntax, null)]
    [InlineData("50ms < p95 ⟦<⟧ 100ms", ConditionProblem.Syntax, null)]
    [InlineData("p95 > 100ms ⟦and⟧", ConditionProblem.Syntax, null)]
    [InlineData("in_flight > 5 over ⟦5m⟧", ConditionProblem.WrongKind, null)]
    [InlineData("⟦>⟧ 5", ConditionProblem.Syntax, null)]
    [InlineData("⟦100ms⟧", ConditionProblem.Syntax, null)]
    [InlineData("⟦   ⟧", ConditionProblem.Syntax, null)]
    public void In_shorthand(string marked, ConditionProblem problem, string? replacement) => Fails(marked, s_operation, problem, replacement);

    [Theory]
    [InlineData(SubjectKind.Gauge, "players", "⟦rate⟧ > 5", ConditionProblem.WrongKind, null)]
    [InlineData(SubjectKind.Gauge, "players", "⟦p95⟧ > 5", ConditionProblem.WrongKind, null)]
    [InlineData(SubjectKind.Gauge, "players", "value > ⟦5MB⟧", ConditionProblem.WrongUnit, null)]
    [InlineData(SubjectKind.Gauge, "players", "value > 5 over ⟦5m⟧", ConditionProblem.WrongKind, null)]
    [InlineData(SubjectKind.Gauge, "players", "⟦vlaue⟧ > 5", ConditionProblem.UnknownShorthand, "value")]
    [InlineData(SubjectKind.Counter, "hits_total", "⟦value⟧ > 5", ConditionProblem.WrongKind, "increase")]
    [InlineData(SubjectKind.Counter, "sent_bytes_total", "rate > ⟦5MB⟧", ConditionProblem.WrongUnit, "5MB/s")]
    [InlineData(SubjectKind.Histogram, "damage", "⟦errors⟧ > 5", ConditionProblem.WrongKind, null)]
    [InlineData(SubjectKind.Histogram, "damage", "p95 > ⟦5ms⟧", ConditionProblem.WrongUnit, null)]
    public void Of_metrics(SubjectKind kind, string metric, string marked, ConditionProblem problem, string? replacement) =>
        Fails(marked, ConditionSubject.OfMetric(kind, metric), problem, replacement);

    [Theory]
    [InlineData("⟦p95⟧ > 100ms", ConditionProblem.UnknownShorthand, null)]
    [InlineData("⟦p59⟧ > 100ms", ConditionProblem.UnknownShorthand, "p95")]
    public void Where_there_is_nothing_to_stand_for(string marked, ConditionProblem problem, string? replacement) =>
        Fails(marked, ConditionSubject.None, problem, replacement);

    [Theory]
    [InlineData("sum(⟦rats⟧(x[5m])) > 5", ConditionProblem.Syntax, "rate")]
    [InlineData("rate(⟦x⟧) > 5", ConditionProblem.Syntax, null)]
    [InlineData("sum(rate(x[5m])) ⟦>⟧", ConditionProblem.Syntax, null)]
    [InlineData("sum(rate(x_bytes_total[5m])) > ⟦5MB⟧", ConditionProblem.WrongUnit, "5000000")]
    [InlineData("sum(rate(x[5m])) > ⟦5%⟧", ConditionProblem.WrongUnit, "0.05")]
    [InlineData("⟦x[5m]⟧", ConditionProblem.Syntax, null)]
    [InlineData("⟦p95⟧ > 5 and rate(x[5m]) > 5", ConditionProblem.UnknownShorthand, null)]
    [InlineData("histogram_quantile(0.9, ⟦sum⟧(rate(x_bucket[5m]))) > 1", ConditionProblem.WrongKind, "sum by (le)")]
    [InlineData("histogram_quantile(0.9, sum ⟦by (job)⟧ (rate(x_bucket[5m]))) > 1", ConditionProblem.WrongKind, "by (le, job)")]
    [InlineData("histogram_quantile(⟦95⟧, sum by (le) (rate(x_bucket[5m]))) > 1", ConditionProblem.WrongUnit, "0.95")]
    [InlineData("histogram_quantile(0.9, sum(rate(x_bucket[5m])) ⟦without (le, job)⟧) > 1", ConditionProblem.WrongKind, "without (job)")]
    [InlineData("x > 5 ⟦&&⟧ x < 9", ConditionProblem.Syntax, "and")]
    [InlineData("x > 5 ⟦||⟧ y < 9", ConditionProblem.Syntax, "or")]
    [InlineData("x{job⟦==⟧\"a\"} > 5", ConditionProblem.Syntax, "=")]
    [InlineData("x{job=⟦eu⟧} > 5", ConditionProblem.Syntax, "'eu'")]
    [InlineData("rate(x_total[⟦5min⟧]) > 5", ConditionProblem.Syntax, "5m")]
    [InlineData("x > ⟦5k⟧", ConditionProblem.Syntax, "5000")]
    [InlineData("x > ⟦1,5⟧", ConditionProblem.Syntax, "1.5")]
    [InlineData("sum by ⟦job⟧ (x) > 5", ConditionProblem.Syntax, "(job)")]
    public void In_PromQL(string marked, ConditionProblem problem, string? replacement) => Fails(marked, s_operation, problem, replacement);

    [Theory]
    [InlineData("⟦p95 >= 0⟧")]
    [InlineData("⟦p95 < 0s⟧")]
    [InlineData("⟦p95 > 10s⟧")]
    [InlineData("p95 > ⟦100⟧")]
    [InlineData("⟦p95 <= 20s⟧")]
    [InlineData("⟦p95 == 11s⟧")]
    [InlineData("⟦error_ratio > 150%⟧")]
    [InlineData("⟦error_ratio > 100%⟧")]
    [InlineData("error_ratio > ⟦5⟧")]
    [InlineData("⟦error_ratio >= 0⟧")]
    [InlineData("⟦rate < 0⟧")]
    [InlineData("⟦in_flight >= 0⟧")]
    [InlineData("in_flight > 5 and ⟦in_flight < 3⟧")]
    [InlineData("in_flight > 5 and rate > 1 and ⟦in_flight <= 5⟧")]
    [InlineData("in_flight > 5 or ⟦in_flight < 10⟧")]
    [InlineData("⟦rate(x_total[5m]) >= 0⟧")]
    [InlineData("⟦sum(rate(x_total[5m])) < 0⟧")]
    [InlineData("x > 5 and ⟦x < 3⟧")]
    [InlineData("⟦up⟧")]
    [InlineData("⟦rate(x_total[5m])⟧")]
    [InlineData("x_ratio ⟦> bool⟧ 5")]
    public void Conditions_that_hold_always_or_never_are_warned_of(string marked)
    {
        var (text, start, end) = Marked(marked);
        var result = ConditionParser.Parse(text, s_operation);
        var error = Assert.Single(result.Errors);
        Assert.Equal((ConditionProblem.Constant, start, end), (error.Problem, error.Range.Start, error.Range.End));
        Assert.True(result.Success && error.IsWarning);
    }

    [Theory]
    [InlineData("p95 >= 10s")]
    [InlineData("p95 < 10s")]
    [InlineData("error_ratio >= 100%")]
    [InlineData("rate > 0")]
    [InlineData("rate == 0")]
    [InlineData("in_flight > 5 and in_flight < 10")]
    [InlineData("in_flight < 5 or in_flight > 10")]
    [InlineData("in_flight > 5 and rate < 3")]
    [InlineData("p95 > 5s over 1m and p95 < 1s over 1h")]
    [InlineData("ALERTS{alertname=\"x\"}")]
    [InlineData("absent(up)")]
    [InlineData("x unless y")]
    [InlineData("delta(x[5m]) < 0")]
    public void Conditions_that_can_change_are_not(string text) => Assert.Empty(ConditionParser.Parse(text, s_operation).Errors);

    [Fact]
    public void All_mistakes_of_a_condition_are_said()
    {
        var errors = ConditionParser.Parse("p59 > 5MB and rate > 5ms", s_operation).Errors;
        Assert.Equal(["p59", "5ms"], errors.Select(error => "p59 > 5MB and rate > 5ms"[error.Range.Start..error.Range.End]));
    }

    [Fact]
    public void Words_say_what_to_do()
    {
        Assert.Equal("1:1: there is no 'p59' (there are p50, p75, p90, p95, p99, p99.9); did you mean p95?", Message("p59 > 100ms"));
        Assert.Equal("1:7: p95 is a duration, as in 100ms; 5MB is none", Message("p95 > 5MB"));
        Assert.Equal("1:1: the comparison never holds: the highest bucket bound is 10s, and p95 is never above it", Message("p95 > 11s"));
        Assert.Equal("1:15: the comparison never holds: error_ratio is never above 1, which is 100%; did you mean 5%?", Message("error_ratio > 5"));
    }

    private static string Message(string text) => Assert.Single(ConditionParser.Parse(text, s_operation).Errors).Describe(text);

    private static void Fails(string marked, ConditionSubject subject, ConditionProblem problem, string? replacement)
    {
        var (text, start, end) = Marked(marked);
        var result = ConditionParser.Parse(text, subject);
        Assert.False(result.Success);
        var error = Assert.Single(result.Errors);
        Assert.True((problem, start, end) == (error.Problem, error.Range.Start, error.Range.End), $"{error.Problem} '{text[error.Range.Start..error.Range.End]}': {error.Message}");
        Assert.Equal(replacement, error.Replacement);
    }

    private static (string Text, int Start, int End) Marked(string marked)
    {
        var start = marked.IndexOf('⟦', StringComparison.Ordinal);
        return (marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal), start, marked.IndexOf('⟧', StringComparison.Ordinal) - 1);
    }
}
