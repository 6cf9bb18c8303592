using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Evaluation;

public sealed class QueryTests
{
    private const long Now = 1_000_000;

    [Theory]
    [InlineData("a + on() a", "found duplicate series")]
    [InlineData("topk(0, a + on() a)", "found duplicate series")]
    [InlineData("x_total * 2 + 0 * {__name__=~\"x_total|y_total\"}", "labelset")]
    [InlineData("label_replace(a, \"i\", \"\", \"i\", \".*\")", "labelset")]
    [InlineData("double_exponential_smoothing(x_total[5m], 2, 0.5)", "invalid smoothing factor")]
    public void Says_what_is_wrong(string query, string message)
    {
        var exception = Assert.Throws<QueryException>(() => Query(query).EvaluateInstant(Store(), Now));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_go_at_once_unless_asked_otherwise()
    {
        var store = Store();
        var delayed = new QueryOptions { DelayedNameRemoval = true };

        Assert.Equal(["{}"], Labels("sum by (__name__) (rate(x_total[5m]))", QueryOptions.Default, store));
        Assert.Equal(["{}"], Labels("sum by (job) (rate(x_total[5m]))", delayed, store));
        Assert.Equal(["{i=\"0\"}", "{i=\"1\"}"], Labels("rate(x_total[5m])", QueryOptions.Default, store));
        Assert.Equal(["{i=\"0\"}", "{i=\"1\"}"], Labels("rate(x_total[5m])", delayed, store));
    }

    [Fact]
    public void Absence_does_not_mind_names()
    {
        Assert.Empty(Query("absent_over_time({i=\"0\"}[5m])").EvaluateInstant(Store(), Now).Vector);
        Assert.Throws<QueryException>(() => Query("count_over_time({i=\"0\"}[5m])").EvaluateInstant(Store(), Now));
    }

    [Fact]
    public void Samples_are_limited()
    {
        var exception = Assert.Throws<QueryLimitException>(
            () => Query("x_total[10m]", new QueryOptions { MaxSamples = 100 }).EvaluateInstant(Store(), Now));

        Assert.Contains("MaxSamples", exception.Message, StringComparison.Ordinal);
        Assert.Throws<QueryLimitException>(() => Query("max_over_time(vector(1)[100y:1ms])").EvaluateInstant(Store(), Now));
        Assert.Throws<QueryLimitException>(() => Query("x_total", new QueryOptions { MaxSamples = 100 }).EvaluateRange(Store(), 0, Now, 1000));
    }

    [Fact]
    public void Labels_cannot_be_multiplied_without_end()
    {
        static string Grown(string inner, int times) => $"label_replace({inner}, 'x', '{string.Concat(Enumerable.Repeat("$0", times))}', 'x', '.+')";
        var seed = "label_replace(vector(1), 'x', 'aaaaaaaaaa', '', '')";

        Assert.Equal(90_000, Query(Grown(Grown(seed, 90), 100)).EvaluateInstant(Store(), Now).Vector[0].Labels.Get("x").Length);
        var exception = Assert.Throws<QueryLimitException>(() => Query(Grown(Grown(Grown(seed, 5000), 5000), 5000)).EvaluateInstant(Store(), Now));
        Assert.Contains("label_replace()", exception.Message, StringComparison.Ordinal);

        var joined = $"label_join({Grown(Grown(seed, 90), 100)}, 'y', '', 'x', 'x')";
        exception = Assert.Throws<QueryLimitException>(() => Query(joined).EvaluateInstant(Store(), Now));
        Assert.Contains("label_join()", exception.Message, StringComparison.Ordinal);
        // What is short alone adds up over many labels.
        exception = Assert.Throws<QueryLimitException>(
            () => Query(Grown(Grown(seed, 90), 100), new QueryOptions { MaxSamples = 10_000 }).EvaluateInstant(Store(), Now));
        Assert.Contains("MaxSamples", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Series_and_steps_are_limited()
    {
        Assert.Throws<QueryLimitException>(() => Query("x_total", new QueryOptions { MaxSeries = 1 }).EvaluateInstant(Store(), Now));
        Assert.Throws<QueryLimitException>(() => Query("x_total", new QueryOptions { MaxSteps = 10 }).EvaluateRange(Store(), 0, 10_000, 1000));
        Assert.Equal(10, Query("1", new QueryOptions { MaxSteps = 10 }).EvaluateRange(Store(), 0, 9999, 1000).Matrix[0].Points.Count);
    }

    [Fact]
    public void Time_is_limited()
    {
        var options = new QueryOptions { Timeout = TimeSpan.FromSeconds(1), TimeProvider = new RacingTime() };

        Assert.Throws<QueryLimitException>(() => Query("max_over_time(x_total[5m:1s])", options).EvaluateInstant(Store(), Now));
    }

    [Fact]
    public void Can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => Query("x_total").EvaluateInstant(Store(), Now, cancelled.Token));
    }

    [Fact]
    public void Sees_series_that_come_and_go()
    {
        var store = Store();
        var query = Query("count(x_total)");
        Assert.Equal(2, query.EvaluateInstant(store, Now).Vector[0].Value);

        store.Append(Series("x_total", "2"), Now, 1);
        Assert.Equal(3, query.EvaluateInstant(store, Now).Vector[0].Value);

        store.GetOrAdd(Series("x_total", "2"))!.MarkStale(Now + 1);
        Assert.Equal(2, query.EvaluateInstant(store, Now + 1).Vector[0].Value);
    }

    [Theory]
    [InlineData("x_total > 5")]
    [InlineData("sum by (i) (rate(x_total[5m])) > 0.1")]
    [InlineData("rate(x_total[5m]) / on (i) x_total")]
    [InlineData("histogram_quantile(0.9, sum by (le) (rate(h_bucket[5m])))")]
    [InlineData("avg_over_time(x_total[5m]) and on (i) (x_total unless a)")]
    [InlineData("max(topk(2, label_replace(x_total, \"j\", \"$1\", \"i\", \"(.*)\")))")]
    public void A_steady_evaluation_allocates_nothing(string text)
    {
        var store = Store();
        var query = Query(text);

        Assert.Equal(0, Allocations.LeastPerCall(() => query.EvaluateVector(store, Now)));
    }

    [Fact]
    public void A_query_runs_on_another_store()
    {
        var query = Query("count({__name__=~\".+\"})");

        Assert.Equal(10, query.EvaluateInstant(Store(), Now).Vector[0].Value);
        Assert.Empty(query.EvaluateInstant(new SampleStore(), Now).Vector);
    }

    [Fact]
    public void Strings_and_ranges_are_no_range_queries()
    {
        Assert.Equal("a", Query("\"a\"").EvaluateInstant(Store(), Now).Text);
        Assert.Throws<QueryException>(() => Query("\"a\"").EvaluateRange(Store(), 0, 1, 1));
        Assert.Throws<InvalidOperationException>(() => { Query("x_total[5m]").EvaluateVector(Store(), Now); });
    }

    [Theory]
    [InlineData("label_replace(a, \"\\xff\", \"x\", \"i\", \".*\")", "destination label name in label_replace()")]
    [InlineData("label_join(a, \"\\303\", \",\", \"i\")", "destination label name in label_join()")]
    [InlineData("label_join(a, \"x\", \",\", \"\\xed\\xa0\\x80\")", "source label name in label_join()")]
    [InlineData("count_values(\"a\\xc5z\", a)", "invalid label name \"a\\xc5z\"")]
    public void A_label_is_not_given_a_name_that_is_not_UTF8(string text, string message)
    {
        var exception = Assert.Throws<QueryException>(() => Query(text).EvaluateInstant(Store(), Now));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_put_back_by_hand_stays_whatever_became_of_the_value()
    {
        var options = new QueryOptions { DelayedNameRemoval = true };
        var kept = "label_replace(rate(x_total{i='0'}[1m]), '__name__', '$1', '__name__', '(.+)')";
        Assert.Equal(["{__name__=\"x_total\", i=\"0\"}"], Labels(kept, options, Store()));
        Assert.Equal(["{i=\"0\"}"], Labels(kept.Replace("(.+)", "y(.+)", StringComparison.Ordinal), options, Store()));
    }

    [Theory]
    [InlineData("0", 1970, 1, 1, 4, 0)]
    [InlineData("-1", 1969, 12, 31, 3, 23)]
    [InlineData("951868800", 2000, 3, 1, 3, 0)]
    [InlineData("4107542399", 2100, 2, 28, 0, 23)]
    [InlineData("-62135596801", 0, 12, 31, 0, 23)]
    // What is no time wraps around in Go to 292 billion years from now.
    [InlineData("NaN", 292_277_026_596, 12, 4, 0, 15)]
    [InlineData("+Inf", 292_277_026_596, 12, 4, 0, 15)]
    [InlineData("-1e300", 292_277_026_596, 12, 4, 0, 15)]
    public void Dates_are_those_of_Go(string seconds, long year, int month, int day, int weekday, int hour)
    {
        double Of(string function) => Query($"{function}(vector({seconds}))").EvaluateInstant(Store(), Now).Vector[0].Value;

        Assert.Equal(
            (year, month, day, weekday, hour),
            ((long)Of("year"), (int)Of("month"), (int)Of("day_of_month"), (int)Of("day_of_week"), (int)Of("hour")));
    }

    private static Query Query(string text, QueryOptions? options = null) => new(PromQLParser.ParseOrThrow(text), options);

    private static string[] Labels(string text, QueryOptions options, SampleStore store) =>
        [.. Query(text, options).EvaluateInstant(store, Now).Vector.Select(static sample => sample.Labels.ToString())];

    private static Labels Series(string name, string i, string le = "") =>
        PromQL.Storage.Labels.From([new("__name__", name), new("i", i), new("le", le)]);

    private static SampleStore Store()
    {
        var store = new SampleStore();
        for (var time = 0L; time <= Now; time += 5000)
        {
            for (var i = 0; i < 2; i++)
            {
                store.Append(Series("x_total", $"{i}"), time, time / 1000.0);
                store.Append(Series("h_bucket", $"{i}", "1"), time, time / 2000.0);
                store.Append(Series("h_bucket", $"{i}", "+Inf"), time, time / 1000.0);
            }

            store.Append(Series("y_total", "0"), time, 1);
            store.Append(Series("a", "0"), time, 1);
            store.Append(Series("a", "1"), time, 1);
            store.Append(Series("b", ""), time, 1);
        }

        return store;
    }

    private sealed class RacingTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _now++;
    }
}
