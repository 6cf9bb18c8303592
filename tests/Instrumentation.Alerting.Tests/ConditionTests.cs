using Instrumentation.PromQL.Conditions;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.Alerting.Tests;

/// <summary>
/// What conditions in shorthand say of real instruments, sampled every 5 seconds, against numbers worked out by hand. In each interval four waits are observed, three of a
/// quarter of a second and one of two seconds, and three kilobytes are sent.
/// </summary>
public sealed class ConditionTests : IAsyncDisposable
{
    private static readonly ConditionSubject s_wait = ConditionSubject.OfMetric(SubjectKind.Histogram, "wait_seconds", bounds: [0.5, 1, 2.5]);
    private static readonly ConditionSubject s_sent = ConditionSubject.OfMetric(SubjectKind.Counter, "sent_bytes_total");
    private static readonly ConditionSubject s_players = ConditionSubject.OfMetric(SubjectKind.Gauge, "players");

    private readonly World _world = new();

    // Three quarters lie up to 0.5 s: the median is 0.5 × 0.5/0.75. The 95th of 100 is 20 of the 25 that lie between 1 and 2.5 s.
    public static TheoryData<string, string, double> Holding => new()
    {
        { "wait", "p50 > 1ms over 1m", 1.0 / 3 },
        { "wait", "p95 > 2s over 1m", 2.2 },
        { "wait", "mean < 700ms over 1m", 0.6875 },
        { "wait", "rate > 47/m over 1m", 0.8 },
        { "wait", "count > 47 over 1m", 48 },
        { "sent", "rate > 0.5KB/s over 1m", 600 },
        { "sent", "increase > 35KB over 1m", 36_000 },
        { "players", "value == 24", 24 },
        { "players", "min > 12 over 1m", 13 },
        { "players", "mean > 18 over 1m", 18.5 },
    };

    [Theory]
    [MemberData(nameof(Holding))]
    public void Values_are_those_worked_out_by_hand(string subject, string condition, double expected) =>
        Assert.Equal(expected, Run(subject, condition)!.Value, 9);

    [Theory]
    [InlineData("wait", "p95 > 2.3s over 1m")]
    [InlineData("wait", "rate > 49/m over 1m")]
    [InlineData("sent", "rate > 1KB/s over 1m")]
    [InlineData("players", "value > 24")]
    public void What_does_not_hold_has_no_value(string subject, string condition) => Assert.Null(Run(subject, condition));

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private double? Run(string subject, string condition)
    {
        var wait = _world.Registry.Histogram("wait_seconds", "Waits.", [0.5, 1, 2.5], "seconds");
        var sent = _world.Registry.Counter("sent_bytes_total", "Sent.");
        var players = _world.Registry.Gauge("players", "Players.");
        var parsed = ConditionParser.Parse(condition, subject switch { "wait" => s_wait, "sent" => s_sent, _ => s_players }, ParserFeatures.None);
        Assert.Empty(parsed.Errors.Select(error => error.Describe(condition)));
        _world.Manager.Want(parsed.Expression!);
        for (var tick = 1; tick <= 24; tick++)
        {
            wait.Observe(0.25);
            wait.Observe(0.25);
            wait.Observe(0.25);
            wait.Observe(2);
            sent.Add(3000);
            players.Set(tick);
            _world.Tick();
        }

        return _world.Value(parsed.Expression!.ToString());
    }
}
