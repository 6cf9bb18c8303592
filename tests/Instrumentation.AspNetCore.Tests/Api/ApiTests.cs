using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Instrumentation.Alerting;
using Instrumentation.AspNetCore.Api;
using Instrumentation.Metrics;
using Instrumentation.PromQL.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.AspNetCore.Tests.Api;

/// <summary>What a Prometheus of Debian cannot show: newer parameters, limits, and what is this process's own.</summary>
public sealed class ApiTests
{
    [Fact]
    public async Task LimitCutsOffAndSaysSo()
    {
        await using var app = await ApiApp.StartAsync();
        foreach (var (path, count) in ((string, Func<JsonNode, int>)[])
        [
            ("query?query=players&time=1767227000&limit=3", static body => body["data"]!["result"]!.AsArray().Count),
            ("query_range?query=players&start=1767226000&end=1767226100&step=15&limit=3", static body => body["data"]!["result"]!.AsArray().Count),
            ("series?match[]=players&limit=3", static body => body["data"]!.AsArray().Count),
            ("labels?limit=3", static body => body["data"]!.AsArray().Count),
            ("label/__name__/values?limit=3", static body => body["data"]!.AsArray().Count),
        ])
        {
            var (status, body) = await app.Http.AskAsync($"/api/v1/{path}");
            Assert.Equal(200, status);
            Assert.Equal(3, count(body));
            Assert.Equal("""["results truncated due to limit"]""", body["warnings"]!.ToJsonString());
            var (_, all) = await app.Http.AskAsync($"/api/v1/{path.Replace("limit=3", "limit=0", StringComparison.Ordinal)}");
            Assert.True(count(all) > 3);
            Assert.Null(all["warnings"]);
        }

        Assert.Equal((400, "invalid parameter \"limit\": limit must be non-negative"), await ErrorAsync(app, "query?query=1&limit=-1"));
        Assert.Equal((400, "invalid parameter \"limit\": strconv.Atoi: parsing \"many\": invalid syntax"), await ErrorAsync(app, "labels?limit=many"));
    }

    [Fact]
    public async Task AnnotationsAreSplitIntoWarningsAndInfosWithTheirPlace()
    {
        await using var app = await ApiApp.StartAsync();
        var (_, info) = await app.Http.AskAsync("/api/v1/query?query=rate(players[5m])&time=1767227000");
        Assert.StartsWith("PromQL info: metric might not be a counter", info["infos"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("(1:6)", info["infos"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(info["warnings"]);
        var (_, warning) = await app.Http.AskAsync("/api/v1/query?query=quantile(2,players)&time=1767227000");
        Assert.StartsWith("PromQL warning: quantile value should be between 0 and 1", warning["warnings"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ParseErrorsNameTheParameterAndThePlace()
    {
        await using var app = await ApiApp.StartAsync();
        var (status, error) = await ErrorAsync(app, "query?query=players%20%2B%20rat(players)");
        Assert.Equal(400, status);
        Assert.StartsWith("invalid parameter \"query\": 1:11: parse error: unknown function", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QueriesThatHoldTooMuchOrTakeTooLongAreEnded()
    {
        await using var app = await ApiApp.StartAsync(static services => services.Configure<PrometheusApiOptions>(static options => options.MaxSamples = 1_000));
        var (status, error) = await ErrorAsync(app, "query?query=count_over_time({__name__=~\".%2B\"}[1h])&time=1767228000");
        Assert.Equal(422, status);
        Assert.Contains("too many samples", error, StringComparison.Ordinal);

        (status, error) = await ErrorAsync(app, "query_range?query=players&start=1767226000&end=1767228000&step=1&timeout=0");
        Assert.Equal((503, "query timed out in query queue"), (status, error));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "query=%ZZ&query", 200)]
    [InlineData("multipart/form-data", "x", 400)]
    [InlineData("application/json", "{}", 400)]
    public async Task BodiesThatCannotBeReadAreTheClientsMistake(string type, string text, int expected)
    {
        await using var app = await ApiApp.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await app.Http.PostAsync(expected == 200 ? "/api/v1/labels" : "/api/v1/query", content);
        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task ALongFormIsTakenAndAnEndlessOneIsNot()
    {
        await using var app = await ApiApp.StartAsync();
        var query = string.Join(" or ", Enumerable.Repeat("players", 500));
        Assert.Equal(200, (await app.Http.AskAsync("/api/v1/query", ("query", query), ("time", "1767227000"))).Status);

        // The answer comes as soon as the length is known, and then the server closes: a client that was sending already might find that out before it reads the answer.
        using var polite = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Programs.Patience }) { BaseAddress = app.Address };
        polite.DefaultRequestHeaders.ExpectContinue = true;
        Assert.Equal(400, (await polite.AskAsync("/api/v1/query", ("query", new string('x', 2_000_000)))).Status);
    }

    [Fact]
    public async Task MetadataIsThatOfTheRegistry()
    {
        InstrumentRegistry.Default.Counter("api_metadata_total", "Counted.").Increment();
        InstrumentRegistry.Default.Histogram("api_metadata_seconds", "Timed.", [0.1, 1], "seconds");
        await using var app = await ApiApp.StartAsync();
        var (status, body) = await app.Http.AskAsync("/api/v1/metadata");
        Assert.Equal((200, "success"), (status, body["status"]!.GetValue<string>()));
        Assert.Equal("""[{"type":"counter","help":"Counted.","unit":""}]""", body["data"]!["api_metadata_total"]!.ToJsonString());
        Assert.Equal("""[{"type":"histogram","help":"Timed.","unit":"seconds"}]""", body["data"]!["api_metadata_seconds"]!.ToJsonString());

        var (_, one) = await app.Http.AskAsync("/api/v1/metadata?metric=api_metadata_total&limit=5");
        Assert.Equal(["api_metadata_total"], one["data"]!.AsObject().Select(static pair => pair.Key));
        var (_, few) = await app.Http.AskAsync("/api/v1/metadata?limit=1");
        Assert.Single(few["data"]!.AsObject());
        var (_, none) = await app.Http.AskAsync("/api/v1/metadata?limit=0");
        Assert.Empty(none["data"]!.AsObject());
        var (_, all) = await app.Http.AskAsync("/api/v1/metadata?limit=-1");
        Assert.True(all["data"]!.AsObject().Count > 1);
    }

    [Theory]
    [InlineData("/api/v1/query_range?query=players&start=1767226000&end=1767228000&step=15", HttpStatusCode.OK)]
    [InlineData("/api/v1/query?query=sum(", HttpStatusCode.BadRequest)]
    public async Task AnswersAreCompressedForThoseWhoTakeIt(string path, HttpStatusCode status)
    {
        await using var app = await ApiApp.StartAsync();
        using var plain = await app.GetAsync(path);
        using var compressed = await app.GetAsync(path, encoding: "gzip");
        Assert.Equal((status, status), (plain.StatusCode, compressed.StatusCode));
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], compressed.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", plain.Headers.Vary);
        using var gzip = new GZipStream(await compressed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("/-/healthy", "Prometheus Server is Healthy.\n")]
    [InlineData("/-/ready", "Prometheus Server is Ready.\n")]
    public async Task ClientsSeeThatItIsThere(string path, string expected)
    {
        await using var app = await ApiApp.StartAsync();
        Assert.Equal(expected, await app.Http.GetStringAsync(path));
        using var head = await app.GetAsync(path, method: HttpMethod.Head);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, path);
        forwarded.Headers.Add("X-Forwarded-For", "127.0.0.1");
        using var refused = await app.Http.SendAsync(forwarded);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task APageOfAnotherOriginMayAskIfThePolicySaysSo()
    {
        await using var app = await TestApp.StartAsync(
            static services => services.AddSingleton<ISampleSource>(Samples.Store()).AddSingleton<IAlerts>(new TestAlerts()).AddCors(),
            static app =>
            {
                app.UseCors();
                app.MapPrometheusApi().RequireCors(static policy => policy.WithOrigins("http://grafana.local").AllowAnyHeader());
            });
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/v1/query");
        preflight.Headers.Add("Origin", "http://grafana.local");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        using var allowed = await app.Http.SendAsync(preflight);
        Assert.Equal("http://grafana.local", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/query?query=1");
        request.Headers.Add("Origin", "http://grafana.local");
        using var response = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("http://grafana.local", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task BytesThatAreNoTextDoNotBreakTheAnswer()
    {
        await using var app = await ApiApp.StartAsync();
        var (status, body) = await app.Http.AskAsync("/api/v1/query", ("query", "\"a\\xffb \U0001f600\""), ("time", "1"));
        Assert.Equal((200, "a\ufffdb \U0001f600"), (status, body["data"]!["result"]![1]!.GetValue<string>()));
    }

    [Fact]
    public async Task TimesHaveNoBlanks()
    {
        await using var app = await ApiApp.StartAsync();
        Assert.Equal((400, "invalid parameter \"time\": Invalid time value for 'time': cannot parse \" 1767227000\" to a valid timestamp"), await ErrorAsync(app, "query?query=1&time=%201767227000"));
    }

    [Fact]
    public async Task BuildInfoSaysWhichPrometheusIsSpoken()
    {
        await using var app = await ApiApp.StartAsync();
        var (_, body) = await app.Http.AskAsync("/api/v1/status/buildinfo");
        Assert.Equal(["version", "revision", "branch", "buildUser", "buildDate", "goVersion"], body["data"]!.AsObject().Select(static pair => pair.Key));
        Assert.StartsWith("3.", body["data"]!["version"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EscapedLabelNamesAreUnderstood()
    {
        await using var app = await TestApp.StartAsync(
            static services =>
            {
                var store = new SampleStore();
                store.Append(Labels.From([new("__name__", "m"), new("http.status", "ok")]), TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), 1);
                services.AddSingleton<ISampleSource>(store).AddSingleton<IAlerts>(new TestAlerts());
            },
            static app => app.MapGroup("/prometheus").MapPrometheusApi());
        var (_, body) = await app.Http.AskAsync("/prometheus/api/v1/label/U__http_2e_status/values");
        Assert.Equal("""["ok"]""", body["data"]!.ToJsonString());
    }

    [Fact]
    public async Task WithoutSamplesTheErrorSaysWhatToDo()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.StartAsync(map: static app => app.MapPrometheusApi()));
        Assert.Contains("AddAlerting()", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ApiApp.StartAsync(static services => services.Configure<PrometheusApiOptions>(static options => options.MaxConcurrentQueries = 0)));
        Assert.Equal("PrometheusApiOptions.MaxConcurrentQueries is 0 but must be 1 to 1000.", exception.Message);
    }

    private static async Task<(int Status, string Error)> ErrorAsync(TestApp app, string path)
    {
        var (status, body) = await app.Http.AskAsync($"/api/v1/{path}");
        Assert.Equal("error", body["status"]!.GetValue<string>());
        return (status, body["error"]!.GetValue<string>());
    }
}
