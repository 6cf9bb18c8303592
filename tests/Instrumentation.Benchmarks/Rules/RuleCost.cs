using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Instrumentation.Benchmarks.Peers;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Benchmarks.Rules;

/// <summary>
/// What rules cost, here and in a real Prometheus on the very same samples: it scrapes them, and what it then holds is read into the store.
/// </summary>
internal static class RuleCost
{
    private const int Rounds = 200;
    private const int Scrapes = 30;

    internal static async Task PrintAsync()
    {
        if (!PrometheusServer.IsInstalled)
        {
            Console.WriteLine("The cost of rules is compared with a real Prometheus, and there is none: apt-get install prometheus");
            return;
        }

        await using var local = new LocalRules();
        var samples = new RuleSamples(local.Set);
        using var server = new PrometheusServer(samples.Page, RuleSamples.RuleFile());
        while (server.Self("prometheus_tsdb_head_samples_appended_total") is not > Scrapes * 3_000d)
        {
            await Task.Delay(500);
        }

        var (ourRules, theirRules) = (double.MaxValue, double.MaxValue);
        for (var evaluation = 0; evaluation < 10; evaluation++)
        {
            await Task.Delay(1_000);
            ourRules = Math.Min(ourRules, local.LastMilliseconds);
            theirRules = Math.Min(theirRules, server.Self("prometheus_rule_group_last_duration_seconds{")!.Value * 1_000);
        }

        var theirAlerts = server.Query("count(ALERTS)").GetProperty("result")[0].GetProperty("value")[1].GetString();
        if (theirAlerts != local.Alerts.ToString(CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException($"Prometheus has {theirAlerts} alerts, and here there are {local.Alerts}.");
        }

        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - 1_000;
        var time = $"&time={(now / 1_000d).ToString("F3", CultureInfo.InvariantCulture)}";
        JsonElement answer = default;
        var theirQuantile = Enumerable.Range(0, 20).Min(_ =>
        {
            answer = server.Query(RuleSamples.Quantile, time + "&stats=all");
            return answer.GetProperty("stats").GetProperty("timings").GetProperty("evalTotalTime").GetDouble() * 1_000;
        });

        var store = Load(server, time);
        var query = new Query(PromQLParser.Parse(RuleSamples.Quantile).Expression!);
        Compare(answer, query.EvaluateVector(store, now));
        var quantile = Time(() => query.EvaluateVector(store, now));

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            | | here | Prometheus | allocated here |
            |---|---:|---:|---:|
            | 1,000 threshold rules of one series | {ourRules:F2} ms | {theirRules:F1} ms | |
            | histogram_quantile over 500 × 4 series | {quantile.Milliseconds:F2} ms | {theirQuantile:F1} ms | {quantile.Bytes} B |
            | memory a sample, an hour of all series, every 5 s | {BytesPerSample():F1} B | | |
            """));
    }

    private static SampleStore Load(PrometheusServer server, string time)
    {
        var store = new SampleStore();
        foreach (var metric in new[] { RuleSamples.Gauge, RuleSamples.Buckets })
        {
            foreach (var series in server.Query($"{metric}[10m]", time).GetProperty("result").EnumerateArray())
            {
                var labels = Labels.From(series.GetProperty("metric").EnumerateObject().Select(label => new Label(label.Name, label.Value.GetString()!)));
                foreach (var sample in series.GetProperty("values").EnumerateArray())
                {
                    store.Append(labels, (long)Math.Round(sample[0].GetDouble() * 1_000), double.Parse(sample[1].GetString()!, CultureInfo.InvariantCulture));
                }
            }
        }

        return store;
    }

    private static double BytesPerSample()
    {
        const int Interval = 5_000;
        var store = new SampleStore();
        var samples = new RuleSamples();
        var held = 0;
        for (var time = 0L; time < 3_600_000; time += Interval)
        {
            foreach (var (name, label, bound, value) in samples.Next())
            {
                held += store.Append(Labels.From([new(Labels.MetricName, name), new("label", $"{label}"), new("le", bound ?? "")]), time, value) ? 1 : 0;
            }
        }

        return store.UsedBytes / (double)held;
    }

    /// <summary>A speed is worth nothing with another answer.</summary>
    private static void Compare(JsonElement theirs, ReadOnlySpan<VectorSample> ours)
    {
        var expected = theirs.GetProperty("result").EnumerateArray().ToDictionary(
            series => series.GetProperty("metric").GetProperty("operation").GetString()!,
            series => double.Parse(series.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture));
        if (expected.Count != ours.Length)
        {
            throw new InvalidOperationException($"Prometheus has {expected.Count} quantiles, and here there are {ours.Length}.");
        }

        foreach (var sample in ours)
        {
            var operation = sample.Labels.Get("operation");
            if (Math.Abs(sample.Value - expected[operation]) > 1e-9)
            {
                throw new InvalidOperationException($"The quantile of {operation} is {expected[operation]:R} in Prometheus and {sample.Value:R} here.");
            }
        }
    }

    private static (double Milliseconds, long Bytes) Time(Action evaluate)
    {
        for (var round = 0; round < Rounds; round++)
        {
            evaluate();
        }

        var best = double.MaxValue;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            evaluate();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return (best, (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds);
    }
}
