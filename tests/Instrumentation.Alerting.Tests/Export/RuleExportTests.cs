using Instrumentation.Alerting.Export;
using Instrumentation.Alerting.Rules;

namespace Instrumentation.Alerting.Tests.Export;

public sealed class RuleExportTests
{
    [Fact]
    public void ARuleFileReadsAsAPersonWouldWriteIt()
    {
        var yaml = RuleExport.ToRulesYaml(
        [
            new RuleGroup
            {
                Name = "Game.Server", Interval = TimeSpan.FromSeconds(5), Limit = 10, QueryOffset = TimeSpan.FromSeconds(30), Rules =
                [
                    new RecordingRule { Name = "game:players:sum", Expression = "sum(players{mode=\"duel\"})", Labels = [new("tier", "1")] },
                    new AlertRule
                    {
                        Name = "SlowCombat", Expression = "game_latency_seconds > 0.1", Condition = "value > 100ms", Member = "Combat.Latency", For = TimeSpan.FromMinutes(1),
                        KeepFiringFor = TimeSpan.FromSeconds(90), Severity = AlertSeverity.Critical, Labels = [new("team", "yes")],
                        Annotations = [new("summary", "It's {{ $value }}"), new("description", "a\nb")], Cooldown = TimeSpan.FromMinutes(5), ResolveExpression = "game_latency_seconds < 0.08",
                    },
                ],
            },
            new RuleGroup { Name = "Empty", Rules = [] },
            new RuleGroup { Name = "Game.Server", Source = "other", Rules = [new AlertRule { Name = "Down", Expression = "up == 0" }] },
        ]);
        const string Expected = """
            # Made from the rules of the program by Instrumentation; a change made here is lost when it is made again.
            groups:
              - name: Game.Server
                interval: 5s
                limit: 10
                query_offset: 30s
                rules:
                  - record: 'game:players:sum'
                    expr: 'sum(players{mode="duel"})'
                    labels:
                      tier: '1'
                  # Combat.Latency: value > 100ms
                  # In the process it also has a cooldown of 5m, which a server does not know.
                  # In the process it resolves only when this has a result, which a server does not know: game_latency_seconds < 0.08
                  - alert: SlowCombat
                    expr: 'game_latency_seconds > 0.1'
                    for: 1m
                    keep_firing_for: 1m30s
                    labels:
                      team: 'yes'
                      severity: critical
                    annotations:
                      summary: 'It''s {{ $value }}'
                      description: "a\nb"
              - name: 'Game.Server 2'
                rules:
                  - alert: Down
                    expr: 'up == 0'

            """;
        Assert.Equal(Expected, yaml);
    }

    [Fact]
    public async Task PromtoolTakesTheRules()
    {
        Assert.SkipUnless(File.Exists(Tools.Promtool), "promtool is not installed.");
        var (code, output) = await Tools.RunAsync(Tools.Promtool, ["check", "rules", "rules.yml"], ("rules.yml", RuleExport.ToRulesYaml(TestRules.Groups)));
        Assert.True(code == 0, output);
        Assert.Contains($"{TestRules.Groups.Sum(static group => group.Rules.Count)} rules found", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PromtoolTakesWhatAnybodyCouldWrite()
    {
        Assert.SkipUnless(File.Exists(Tools.Promtool), "promtool is not installed.");
        string[] texts = ["null", "~", "- a", "a: b", "#x", "'", "\"", "\\", "%", "@", "`", "{{ \"a\" }}", " lead", "trail ", "é ☃ 😀", "\t", "\u2028", "\u0085", "\ufeff", "\u0007", "a\r\nb", "1e3", "0x1f", "[a]", "{a}", "&a", "*a", "!a", "|", ">"];
        var rules = texts.Select(static (text, i) => new AlertRule { Name = $"Alert{i}", Expression = "up == 0", Annotations = [new("summary", text)], Member = text, Condition = text }).ToList();
        var (code, output) = await Tools.RunAsync(
            Tools.Promtool, ["check", "rules", "rules.yml"], ("rules.yml", RuleExport.ToRulesYaml([new RuleGroup { Name = "# odd: 'name'", Rules = rules }])));
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task EveryRuleHasATestOnWhichItFiresAndResolvesInPrometheus()
    {
        Assert.SkipUnless(File.Exists(Tools.Promtool), "promtool is not installed.");
        var rules = RuleExport.ToRulesYaml(TestRules.Groups);
        var tests = RuleExport.ToTestsYaml(TestRules.Groups, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([], tests.Split('\n').Where(static line => line.StartsWith("# No test", StringComparison.Ordinal)));
        Assert.Equal(TestRules.Shorthands.Count + TestRules.PromQL.Count, tests.Split("alert_rule_test:").Length - 1);
        var (code, output) = await Tools.RunAsync(Tools.Promtool, ["test", "rules", "tests.yml"], ("rules.yml", rules), ("tests.yml", tests));
        Assert.True(code == 0, output + tests);
        Assert.Contains("SUCCESS", output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTestsSayInWhichOrderGroupsAreEvaluated()
    {
        var alerts = new RuleGroup { Name = "g", Rules = [new AlertRule { Name = "Slow", Expression = "a:latency > 0.1" }] };
        var recordings = new RuleGroup { Name = "g", Source = "other", Rules = [new RecordingRule { Name = "a:latency", Expression = "max(latency)" }] };
        var tests = RuleExport.ToTestsYaml([alerts, recordings], cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("group_eval_order:\n  - g 2\n  - g\n", tests.Replace("'", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTestsFailOnAnotherRule()
    {
        Assert.SkipUnless(File.Exists(Tools.Promtool), "promtool is not installed.");
        var group = new RuleGroup { Name = "g", Rules = [new AlertRule { Name = "Slow", Expression = "latency > 0.1", For = TimeSpan.FromMinutes(1) }] };
        var tests = RuleExport.ToTestsYaml([group], "other.yml");
        foreach (var (expression, code) in ((string, int)[])[("latency > 0.1", 0), ("latency < 0.1", 1), ("latency > 1e9", 1), ("latency >= 0", 1)])
        {
            var changed = RuleExport.ToRulesYaml([group with { Rules = [new AlertRule { Name = "Slow", Expression = expression, For = TimeSpan.FromMinutes(1) }] }]);
            var result = await Tools.RunAsync(Tools.Promtool, ["test", "rules", "tests.yml"], ("other.yml", changed), ("tests.yml", tests));
            Assert.True(result.Code == code, $"{expression}: {result.Output}");
        }
    }

    [Theory]
    [InlineData("vector(0) > 1", "no samples were found")]
    [InlineData("vector(1) > 0", "no samples were found")]
    [InlineData("up @ 100 == 0", "it looks at fixed times")]
    [InlineData("{__name__=~\"a.*\"} > 1", "no series was found")]
    [InlineData("sum(", "its expression cannot be parsed")]
    public void ARuleWithoutATestIsNamed(string expression, string why)
    {
        var tests = RuleExport.ToTestsYaml([new RuleGroup { Name = "g", Rules = [new AlertRule { Name = "Odd", Expression = expression }] }]);
        Assert.Contains($"# No test of Odd: {why}", tests, StringComparison.Ordinal);
        Assert.EndsWith("tests: []\n", tests, StringComparison.Ordinal);
    }
}
