using System.Text.Json.Nodes;
using Instrumentation.Alerting;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.AspNetCore.Api;
using Instrumentation.PromQL.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.AspNetCore.Tests.Api;

/// <summary>Rules and alerts in the shape of Prometheus' API: what Grafana's list of rules reads.</summary>
public sealed class RuleTests
{
    private static readonly DateTimeOffset s_time = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task RulesHaveTheShapeOfPrometheus()
    {
        await using var app = await StartAsync();
        var (status, body) = await app.Http.AskAsync("/api/v1/rules");
        Assert.Equal(200, status);
        const string Expected = """
            {"groups":[
              {"name":"game","file":"Game.Server","rules":[
                {"state":"firing","name":"Slow","query":"latency > 0.1","duration":60,"keepFiringFor":300,
                 "labels":{"severity":"critical","team":"core"},"annotations":{"summary":"{{ $value }} s"},
                 "alerts":[
                   {"labels":{"alertname":"Slow","region":"eu","severity":"critical"},"annotations":{"summary":"0.25 s"},"state":"firing",
                    "activeAt":"2030-01-01T00:00:00Z","keepFiringSince":"2030-01-01T00:02:00.5Z","value":"2.5e-01"},
                   {"labels":{"alertname":"Slow","region":"us","severity":"critical"},"annotations":{},"state":"pending",
                    "activeAt":"2030-01-01T00:01:00Z","value":"1e+00"}],
                 "health":"ok","evaluationTime":0.002,"lastEvaluation":"2030-01-01T00:02:30Z","type":"alerting"},
                {"name":"game:latency:mean","query":"avg(latency)","labels":{"tier":"1"},"health":"err","lastError":"too much","evaluationTime":0,
                 "lastEvaluation":"0001-01-01T00:00:00Z","type":"recording"}],
               "interval":5,"limit":7,"evaluationTime":0.003,"lastEvaluation":"2030-01-01T00:02:30Z"},
              {"name":"idle","file":"rules/more.yml","rules":[
                {"state":"inactive","name":"Lost","query":"lost > 0","duration":0,"keepFiringFor":0,"labels":{},"annotations":{},"alerts":[],
                 "health":"unknown","evaluationTime":0,"lastEvaluation":"0001-01-01T00:00:00Z","type":"alerting"}],
               "interval":0.5,"limit":0,"evaluationTime":0,"lastEvaluation":"0001-01-01T00:00:00Z"}]}
            """;
        Assert.Equal(JsonNode.Parse(Expected)!.ToJsonString(), body["data"]!.ToJsonString());
    }

    [Theory]
    [InlineData("", "Slow,game:latency:mean,Lost")]
    [InlineData("type=alert", "Slow,Lost")]
    [InlineData("type=record", "game:latency:mean")]
    [InlineData("rule_name[]=Lost", "Lost")]
    [InlineData("rule_name[]=Lost&rule_name[]=Slow", "Slow,Lost")]
    [InlineData("rule_group[]=idle", "Lost")]
    [InlineData("file[]=Game.Server", "Slow,game:latency:mean")]
    [InlineData("file[]=none", "")]
    [InlineData("match[]={team%3D~\"c.*\"}", "Slow")]
    public async Task RulesAreChosenByTypeNameGroupFileAndLabels(string query, string expected)
    {
        await using var app = await StartAsync();
        var (_, body) = await app.Http.AskAsync($"/api/v1/rules?{query}");
        Assert.Equal(expected, string.Join(',', body["data"]!["groups"]!.AsArray().SelectMany(static group => group!["rules"]!.AsArray()).Select(static rule => rule!["name"]!.GetValue<string>())));
        Assert.DoesNotContain(body["data"]!["groups"]!.AsArray(), static group => group!["rules"]!.AsArray().Count == 0);
    }

    [Fact]
    public async Task AlertsCanBeLeftOutAndMistakesAreNamed()
    {
        await using var app = await StartAsync();
        var (_, body) = await app.Http.AskAsync("/api/v1/rules?exclude_alerts=true");
        Assert.Empty(body["data"]!["groups"]![0]!["rules"]![0]!["alerts"]!.AsArray());
        var (status, error) = await app.Http.AskAsync("/api/v1/rules?type=both");
        Assert.Equal((400, "invalid parameter \"type\": not supported value \"both\""), (status, error["error"]!.GetValue<string>()));
        Assert.Equal(400, (await app.Http.AskAsync("/api/v1/rules?exclude_alerts=maybe")).Status);
    }

    [Fact]
    public async Task AlertsAreListed()
    {
        await using var app = await StartAsync();
        var (_, body) = await app.Http.AskAsync("/api/v1/alerts");
        Assert.Equal(["firing", "pending"], body["data"]!["alerts"]!.AsArray().Select(static alert => alert!["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task GroupsComeInPages()
    {
        await using var app = await StartAsync();
        var (_, first) = await app.Http.AskAsync("/api/v1/rules?group_limit=1");
        Assert.Equal(["game"], Names(first));
        var token = first["data"]!["groupNextToken"]!.GetValue<string>();
        var (_, second) = await app.Http.AskAsync($"/api/v1/rules?group_limit=5&group_next_token={token}");
        Assert.Equal(["idle"], Names(second));
        Assert.Null(second["data"]!["groupNextToken"]);
        var (_, all) = await app.Http.AskAsync("/api/v1/rules?group_limit=2");
        Assert.Null(all["data"]!["groupNextToken"]);
        foreach (var (query, message) in ((string, string)[])
        [
            ("group_next_token=x", "invalid parameter \"group_next_token\": group_limit needs to be present in order to paginate over the groups"),
            ("group_limit=1&group_next_token=x", "invalid parameter \"group_next_token\": invalid group_next_token 'x'. were rule groups changed?"),
            ("group_limit=0", "invalid parameter \"group_limit\": group_limit needs to be greater than 0"),
            ("group_limit=x", "invalid parameter \"group_limit\": group_limit needs to be a valid number: strconv.ParseInt: parsing \"x\": invalid syntax"),
        ])
        {
            var (status, error) = await app.Http.AskAsync($"/api/v1/rules?{query}");
            Assert.Equal((400, message), (status, error["error"]!.GetValue<string>()));
        }

        static IEnumerable<string> Names(JsonNode body) => body["data"]!["groups"]!.AsArray().Select(static group => group!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(true, "{__name__=~\".+\"}")]
    [InlineData(false, "sum(latency)")]
    public async Task TheHistoryIsToldWhatToKeep(bool everything, string expected)
    {
        var alerts = new TestAlerts();
        await using var app = await TestApp.StartAsync(
            services => services.AddSingleton<IAlerts>(alerts).Configure<PrometheusApiOptions>(options => options.KeepAllSeries = everything), static app => app.MapPrometheusApi());
        await app.Http.AskAsync("/api/v1/query?query=sum(latency)");
        Assert.Equal([expected], alerts.Wanted);
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        static services => services.AddSingleton<IAlerts>(new TestAlerts(Game(), Idle())), static app => app.MapPrometheusApi());

    private static RuleGroupStatus Game() => new()
    {
        Group = new RuleGroup { Name = "game", Source = "Game.Server", Limit = 7, Rules = [] },
        Interval = TimeSpan.FromSeconds(5),
        LastEvaluation = s_time.AddSeconds(150),
        EvaluationDuration = TimeSpan.FromMilliseconds(3),
        Rules =
        [
            new RuleStatus
            {
                Rule = new AlertRule
                {
                    Name = "Slow", Expression = "latency > 0.1", For = TimeSpan.FromMinutes(1), KeepFiringFor = TimeSpan.FromMinutes(5), Severity = AlertSeverity.Critical,
                    Labels = [new("team", "core")], Annotations = [new("summary", "{{ $value }} s")],
                },
                Health = RuleHealth.Ok,
                LastEvaluation = s_time.AddSeconds(150),
                EvaluationDuration = TimeSpan.FromMilliseconds(2),
                State = AlertState.Firing,
                Alerts =
                [
                    new Alert
                    {
                        Name = "Slow", Labels = Labels.From([new("alertname", "Slow"), new("region", "eu"), new("severity", "critical")]),
                        Annotations = Labels.From([new("summary", "0.25 s")]), State = AlertState.Firing, ActiveAt = s_time, FiredAt = s_time.AddMinutes(1),
                        KeepFiringSince = s_time.AddMinutes(2).AddMilliseconds(500), Value = 0.25,
                    },
                    new Alert
                    {
                        Name = "Slow", Labels = Labels.From([new("alertname", "Slow"), new("region", "us"), new("severity", "critical")]),
                        State = AlertState.Pending, ActiveAt = s_time.AddMinutes(1), Value = 1,
                    },
                ],
            },
            new RuleStatus
            {
                Rule = new RecordingRule { Name = "game:latency:mean", Expression = "avg(latency)", Labels = [new("tier", "1")] }, Health = RuleHealth.Failed, LastError = "too much",
            },
        ],
    };

    private static RuleGroupStatus Idle() => new()
    {
        Group = new RuleGroup { Name = "idle", Source = "rules/more.yml", Rules = [] },
        Interval = TimeSpan.FromMilliseconds(500),
        Rules = [new RuleStatus { Rule = new AlertRule { Name = "Lost", Expression = "lost > 0" } }],
    };
}
