using System.Diagnostics;
using Instrumentation.Alerting;
using Instrumentation.Alerting.History;
using Instrumentation.Metrics;
using Instrumentation.PromQL.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.AspNetCore.Tests.Api;

public sealed class ExemplarTests
{
    private const string Query = "histogram_quantile(0.95, sum by (le) (rate(hit_seconds_bucket[5m])))";
    private static readonly DateTimeOffset s_time = DateTimeOffset.FromUnixTimeMilliseconds(1_767_227_000_250);

    [Fact]
    public async Task TheyAreWrittenAsPrometheusWritesThem()
    {
        var alerts = new TestAlerts
        {
            Exemplars =
            [
                new ExemplarSeries(Labels.From([new("__name__", "hit_seconds_bucket"), new("le", "0.1")]),
                [
                    new Exemplar(ActivityTraceId.CreateFromString("0af7651916cd43dd8448eb211c80319c"), ActivitySpanId.CreateFromString("b7ad6b7169203331"), 0.0625, s_time)
                    {
                        Labels = [new("player_id", "an\ud800n")],
                    },
                    new Exemplar(default, default, 1e-7, s_time.AddMilliseconds(750)) { Labels = [new("player_id", "bob")] },
                ]),
            ],
        };
        await using var app = await TestApp.StartAsync(services => services.AddSingleton<IAlerts>(alerts), static app => app.MapPrometheusApi());
        var (status, body) = await app.Http.AskAsync("/api/v1/query_exemplars", ("query", Query), ("start", "1767226000.5"), ("end", "2026-01-01T01:00:00Z"));
        Assert.Equal(200, status);
        Assert.Equal(
            """[{"seriesLabels":{"__name__":"hit_seconds_bucket","le":"0.1"},"exemplars":["""
            + """{"labels":{"trace_id":"0af7651916cd43dd8448eb211c80319c","span_id":"b7ad6b7169203331","player_id":"an\uFFFDn"},"value":"0.0625","timestamp":1767227000.250},"""
            + """{"labels":{"player_id":"bob"},"value":"1e-07","timestamp":1767227001}]}]""",
            body["data"]!.ToJsonString());
        Assert.Equal((Query, DateTimeOffset.FromUnixTimeMilliseconds(1_767_226_000_500), DateTimeOffset.FromUnixTimeSeconds(1_767_229_200)), alerts.ExemplarsWanted);

        await app.Http.AskAsync("/api/v1/query_exemplars?query=up&start=-292273086-05-16T16:47:06Z&end=292277025-08-18T07:12:54.999999999Z");
        Assert.True(alerts.ExemplarsWanted.From.Year == 1 && alerts.ExemplarsWanted.To.Year == 9999);
    }

    [Theory]
    [InlineData("query=sum(", "parse error")]
    [InlineData("query=up&start=5&end=1", "end timestamp must not be before start timestamp")]
    [InlineData("query=up&start=x", "cannot parse \"x\" to a valid timestamp")]
    public async Task MistakesAreNamed(string query, string message)
    {
        await using var app = await TestApp.StartAsync(static services => services.AddSingleton<IAlerts>(new TestAlerts()), static app => app.MapPrometheusApi());
        var (status, body) = await app.Http.AskAsync($"/api/v1/query_exemplars?{query}");
        Assert.Equal(400, status);
        Assert.Contains(message, body["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
