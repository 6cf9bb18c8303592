using Instrumentation.PromQL.Conditions;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Conditions;

/// <summary>
/// What conditions say of samples, against numbers worked out by hand. An operation is called 60 times a minute for 10 minutes: per minute 30 calls take up to 50 ms, 24 up to
/// 100 ms, 6 up to 250 ms; 3 fail. Samples are 15 s apart.
/// </summary>
public class EvaluationTests
{
    private const long Minute = 60_000;
    private readonly SampleStore _store = new(new SampleStoreOptions { Retention = TimeSpan.FromHours(2), MaxBytes = 16 << 20 });

    public EvaluationTests()
    {
        for (var i = 0; i <= 40; i++)
        {
            var time = i * Minute / 4;
            var minutes = i / 4.0;
            Bucket("0.05", 30 * minutes, time);
            Bucket("0.1", 54 * minutes, time);
            Bucket("0.25", 60 * minutes, time);
            Bucket("+Inf", 60 * minutes, time);
            Append("operation_duration_seconds_count", 60 * minutes, time, ("operation", "Act"));
            Append("operation_duration_seconds_sum", 3 * minutes, time, ("operation", "Act"));
            Append("operation_failures_total", 3 * minutes, time, ("operation", "Act"), ("error", "IOException"));
            Append("operations_in_flight", 7, time, ("operation", "Act"));
            Append("operation_duration_seconds_count", 100, time, ("operation", "Idle"));
            Append("operation_duration_seconds_sum", 5, time, ("operation", "Idle"));
            Append("operation_duration_seconds_count", 60 * minutes, time, ("operation", "Sound"));
            Append("players", i, time, ("region", "eu"));
            Append("players", 10, time, ("region", "us"));
        }
    }

    // p95: rank 57 of 60 lies (57-54)/6 into 100..250 ms = 175 ms. p50: rank 30 is all of 0..50 ms.
    [Theory]
    [InlineData("p95 > 1ms", 0.175)]
    [InlineData("p50 > 1ms", 0.05)]
    [InlineData("p90 > 1ms", 0.1)]
    [InlineData("mean > 1ms", 0.05)]
    [InlineData("rate > 1/m", 1)]
    [InlineData("count > 1", 300)]
    [InlineData("count > 1 over 1m", 60)]
    [InlineData("errors > 1", 15)]
    [InlineData("errors > 1/m", 0.05)]
    [InlineData("error_ratio > 1%", 0.05)]
    [InlineData("error_ratio > 1% over 2m", 0.05)]
    [InlineData("in_flight > 1", 7)]
    public void Of_an_operation(string condition, double expected) => Assert.Equal(expected, Value(condition, "Act")!.Value, 9);

    [Theory]
    [InlineData("p95 > 180ms")]
    [InlineData("error_ratio > 5.1%")]
    [InlineData("rate > 61/m")]
    [InlineData("p95 > 1ms and in_flight > 10")]
    public void What_does_not_hold_has_no_result(string condition) => Assert.Null(Value(condition, "Act"));

    [Theory]
    [InlineData("error_ratio < 1%")]
    [InlineData("error_ratio >= 0.0001%")]
    [InlineData("error_ratio != 5%")]
    [InlineData("mean < 1s")]
    [InlineData("mean != 1s")]
    [InlineData("p95 > 1ms")]
    [InlineData("errors > 0")]
    public void Without_calls_there_is_neither_an_alarm_nor_an_all_clear(string condition) => Assert.Null(Value(condition, "Idle"));

    [Fact]
    public void Without_failures_the_ratio_is_zero()
    {
        Assert.Equal(0, Value("error_ratio < 1%", "Sound"));
        Assert.Equal(0, Value("errors < 1", "Sound"));
        Assert.Null(Value("error_ratio > 0.1%", "Sound"));
    }

    [Fact]
    public void Of_a_gauge()
    {
        var players = ConditionSubject.OfMetric(SubjectKind.Gauge, "players");
        Assert.Equal([10, 40], Values("value > 5", players));
        Assert.Equal([40], Values("max > 20 over 10m", players));
        Assert.Equal([50], Values("value > 5", players with { By = ["game"] }));
    }

    private void Bucket(string bound, double value, long time) =>
        Append("operation_duration_seconds_bucket", value, time, ("operation", "Act"), ("le", bound));

    private void Append(string name, double value, long time, params (string Name, string Value)[] labels) =>
        _store.GetOrAdd(Labels.From([new("__name__", name), .. labels.Select(label => new Label(label.Name, label.Value))]))!.Append(time, value);

    private double? Value(string condition, string operation) =>
        Values(condition, ConditionSubject.Operation(operation)) is [var value] ? value : null;

    private double[] Values(string condition, ConditionSubject subject)
    {
        var parsed = ConditionParser.Parse(condition, subject, ParserFeatures.None);
        Assert.True(parsed.Success, string.Join("\n", parsed.Errors.Select(error => error.Message)));
        var result = new Query(parsed.Expression!).EvaluateInstant(_store, 10 * Minute);
        return [.. result.Vector.Select(sample => sample.Value).Order()];
    }
}
