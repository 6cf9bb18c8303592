using Instrumentation.PromQL.Storage;
using Instrumentation.PromQL.Tests.Vectors;

namespace Instrumentation.PromQL.Tests.Fuzzing;

/// <summary>Queries to start from and samples to run them on.</summary>
public static class Corpus
{
    private static readonly string[] s_queries =
    [
        "sum by (job) (rate(http_requests_total{job=~\"a.*\"}[5m]))",
        "histogram_quantile(0.9, sum by (le) (rate(h_bucket[10m])))",
        "topk(3, x) or bottomk by (a) (1, x)",
        "a / on (job) group_left (instance) b",
        "predict_linear(x[1h:1m], 3600) > bool 10",
        "label_replace(x, \"dst\", \"$1\", \"src\", \"(.*)\")",
        "absent_over_time(x{job=\"a\"}[5m] offset 1m) unless absent(y)",
        "quantile_over_time(0.5, x[5m] @ 100) + scalar(y) ^ 2",
        "increase(x[5m] anchored) and rate(x[5m] smoothed)",
        "count_values(\"v\", round(x, 0.5)) * ignoring (v) fill (0) y",
        "day_of_month(vector(1e9)) + time() % 7 - -x",
        "info(x, {version=~\".+\"})",
        "sort_by_label(x{a!=\"b\"}, \"a\", \"b\")",
        "histogram_quantile(0.9, sum(rate(n[5m]))) / histogram_count(n - n offset 1m)",
        "histogram_fraction(0, 2, avg_over_time(n[5m:30s])) + on () group_right histogram_stddev(n </ 4)",
        "max_over_time(deriv(x[5m])[30m:step() + 1m])",
    ];

    private static readonly string[] s_histograms =
    [
        "n{job=\"a\",instance=\"0\"} {{schema:1 sum:3 count:22 z_bucket:1 z_bucket_w:0.01 buckets:[5 10 7] n_buckets:[1 2]}}+{{schema:1 sum:1 count:3 buckets:[1 1 1]}}x60",
        "n{job=\"a\",instance=\"1\"} {{schema:-53 sum:3 count:22 custom_values:[1 5 10] buckets:[5 10 7]}}x20 {{schema:-53 sum:3 count:9 custom_values:[1 10] buckets:[2 7]}}x30",
        "n{job=\"b\",instance=\"0\"} 1 2 3 {{schema:3 sum:NaN count:5 z_bucket_w:2 buckets:[5 0 7] counter_reset_hint:gauge}}x20 5 6 stale _ 7+1x20",
        "n{job=\"b\",instance=\"1\"} {{schema:0 sum:1 count:1}}x10 {{schema:2 sum:-1e308 count:1e308 buckets:[1e308]}}x30",
    ];

    private static readonly string[] s_bounds = ["1", "2", "5", "+Inf"];

    /// <summary>The queries of the vectors where they are there, else a few of our own.</summary>
    public static List<string> Queries()
    {
        var queries = new List<string>(s_queries);
        if (TestData.Folder is { } folder)
        {
            queries.AddRange(Directory.GetFiles(folder, "*.test").Order(StringComparer.Ordinal)
                .SelectMany(static file => ScriptParser.Parse(File.ReadAllText(file)))
                .OfType<EvalCommand>()
                .Select(static command => command.Query));
        }

        return queries;
    }

    public static ListSource Source()
    {
        var store = new ListSource();
        foreach (var name in (string[])["x", "y", "a", "b", "http_requests_total", "h_bucket", "metric", "target_info"])
        {
            for (var i = 0; i < 4; i++)
            {
                var labels = Labels.From(
                [
                    new("__name__", name), new("job", i % 2 == 0 ? "a" : "b"), new("instance", $"{i}"),
                    new("le", name == "h_bucket" ? s_bounds[i] : ""),
                ]);
                for (var t = 0; t < 60; t++)
                {
                    store.Add(labels, t * 15_000L, new SequenceValue(t % 17 == 0 ? double.NaN : t % 23 * (i + 1)));
                }
            }
        }

        foreach (var line in s_histograms)
        {
            SampleLoader.Load(new LoadCommand(0, 15_000, false, [(SeriesLine.Parse(line), null)]), store);
        }

        return store;
    }
}
