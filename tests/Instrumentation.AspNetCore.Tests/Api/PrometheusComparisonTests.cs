using System.Text.Json.Nodes;

namespace Instrumentation.AspNetCore.Tests.Api;

/// <summary>The same requests to the API and to a real Prometheus over the same samples: the same status, the same JSON.</summary>
public sealed class PrometheusComparisonTests(RealPrometheus prometheus) : IClassFixture<RealPrometheus>
{
    public static TheoryData<string> Same() =>
    [
        // Instant queries of every type.
        "query?query=1%2B1&time=1767227000",
        "query?query=1%2B1&time=1767227000.5",
        "query?query=%22text%22&time=1767227000.123",
        "query?query=players&time=1767227000",
        "query?query=players%7Bregion%3D%22eu%22%7D&time=2026-01-01T00:10:00Z",
        "query?query=players&time=2026-01-01T01:10:00.250%2B01:00",
        "query?query=sum%20by%20(region)%20(players)&time=1767227000",
        "query?query=topk(2,players)&time=1767227000",
        "query?query=sort_desc(players)&time=1767227000",
        "query?query=players%5B1m%5D&time=1767227001",
        "query?query=odd&time=1767227000",
        "query?query=-odd&time=1767227000",
        "query?query=1e30&time=1767227000",
        "query?query=1e-9&time=1767227000",
        "query?query=vector(1e30)&time=1767227000",
        "query?query=vector(0/0)&time=1767227000",
        "query?query=absent(nothing%7Ba%3D%22b%22%7D)&time=1767227000",
        "query?query=nothing&time=1767227000",
        "query?query=histogram_quantile(0.9,hit_seconds_bucket)&time=1767227001",
        "query?query=players&time=1767227000&timeout=2m",

        // Range queries.
        "query_range?query=players&start=1767226000&end=1767226100&step=15",
        "query_range?query=players&start=2026-01-01T00:10:00Z&end=2026-01-01T00:20:00Z&step=1m",
        "query_range?query=sum(rate(shots_total%5B2m%5D))&start=1767226001&end=1767228001&step=60s",
        "query_range?query=1&start=1767226000&end=1767226010&step=2.5",
        "query_range?query=players%20and%20on()%20vector(time()%25120%3Cbool%2060)%3E0&start=1767226000&end=1767227000&step=30",
        "query_range?query=nothing&start=1767226000&end=1767226100&step=15",
        "query_range?query=odd&start=1767226000&end=1767226000&step=1",

        // Series and labels.
        "series?match%5B%5D=players&start=1767225600&end=1767229000",
        "series?match%5B%5D=players%7Bregion%3D%22eu%22%7D&match%5B%5D=shots_total&start=1767225600&end=1767229000",
        "series?match%5B%5D=%7B__name__%3D~%22.%2B%22%7D&start=1767225600&end=1767229000",
        "labels?start=1767225600&end=1767229000",
        "labels",
        "labels?match%5B%5D=shots_total",
        "label/region/values",
        "label/__name__/values?start=1767225600&end=1767229000",
        "label/__name__/values?match%5B%5D=%7Bregion%3D%22eu%22%7D",
        "label/nothing/values",
        "label/what/values",

        // Mistakes. The texts of parse errors differ between versions and are compared by their beginning.
        "query?query=sum(",
        "query",
        "query?query=players&time=now",
        "query?query=players&timeout=soon",
        "query_range?query=players&start=1767226000&end=1767226100",
        "query_range?query=players&start=1767226000&end=1767226100&step=0",
        "query_range?query=players&start=1767226000&end=1767226100&step=-1",
        "query_range?query=players&start=1767226000&end=1767226100&step=x",
        "query_range?query=players&start=1767226100&end=1767226000&step=15",
        "query_range?query=players&end=1767226000&step=15",
        "query_range?query=players&start=0&end=1767226000&step=15",
        "query_range?query=players%5B1m%5D&start=1767226000&end=1767226100&step=15",
        "query_range?query=%22text%22&start=1767226000&end=1767226100&step=15",
        "query?query=players%2Bon(region)players&time=1767227000",
        "series",
        "series?match%5B%5D=%7B%7D",
        "series?match%5B%5D=%7Ba%3D~%22.*%22%7D",
        "series?match%5B%5D=players%5B5m%5D",
        "series?match%5B%5D=players&start=x",
        "label/region/values?match%5B%5D=%7B",
        "format_query?query=sum(",
        "format_query?query=sum+++by(region)(rate(players%5B5m%5D))",
    ];

    [Theory]
    [MemberData(nameof(Same))]
    public async Task AnswersAreTheSame(string path)
    {
        Assert.SkipWhen(prometheus.Http is null, "prometheus is not installed.");
        await using var app = await ApiApp.StartAsync();
        var theirs = await prometheus.Http.AskAsync($"/api/v1/{path}");
        var ours = await app.Http.AskAsync($"/api/v1/{path}");
        Assert.Equal(theirs.Status, ours.Status);
        Assert.Equal(Comparable(theirs.Body), Comparable(ours.Body));
    }

    [Fact]
    public async Task FormsAreReadAsPrometheusReadsThem()
    {
        Assert.SkipWhen(prometheus.Http is null, "prometheus is not installed.");
        await using var app = await ApiApp.StartAsync();
        foreach (var (path, form) in ((string, (string, string)[])[])
        [
            ("query", [("query", "sum(players)"), ("time", "1767227000")]),
            ("query?query=ignored&time=1767227000", [("query", "sum(players)")]),
            ("query_range", [("query", "players"), ("start", "1767226000"), ("end", "1767226100"), ("step", "15s")]),
            ("series?match[]=players", [("match[]", "shots_total"), ("start", "1767225600"), ("end", "1767229000")]),
            ("labels", [("match[]", "shots_total")]),
        ])
        {
            var theirs = await prometheus.Http.AskAsync($"/api/v1/{path}", form);
            var ours = await app.Http.AskAsync($"/api/v1/{path}", form);
            Assert.Equal(200, theirs.Status);
            Assert.Equal(Comparable(theirs.Body), Comparable(ours.Body));
        }
    }

    private static string Comparable(JsonNode answer)
    {
        if (answer["error"]?.GetValue<string>() is { } error)
        {
            // Newer versions name the parameter in more cases; which of two series a message shows first is chance; parsers word their mistakes differently.
            error = error.Replace("invalid parameter \"query\": ", "", StringComparison.Ordinal).Replace("invalid parameter \"match[]\": ", "", StringComparison.Ordinal);
            answer["error"] = error.Split("parse error", 2)[0].Split('{', 2)[0];
        }

        // What newer versions add.
        answer.AsObject().Remove("infos");
        answer.AsObject().Remove("warnings");
        Sort(answer);
        return answer.ToJsonString(new() { WriteIndented = true });
    }

    // The order of series in a vector is not defined but where the query sorts; both sides are sorted the same way here.
    private static void Sort(JsonNode answer)
    {
        if (answer["data"] is JsonObject data && data["result"] is JsonArray { Count: > 1 } result && result[0] is JsonObject)
        {
            var sorted = result.Select(static node => node!.DeepClone()).OrderBy(static node => node["metric"]!.ToJsonString(), StringComparer.Ordinal).ToArray();
            data["result"] = new JsonArray(sorted);
        }
    }
}
