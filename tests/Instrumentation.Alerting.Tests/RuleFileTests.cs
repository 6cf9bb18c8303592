using Instrumentation.Alerting.Rules;
using Instrumentation.Alerting.Rules.Sources;
using Instrumentation.Alerting.Tests.Notifiers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Instrumentation.Alerting.Tests;

public class RuleFileTests
{
    private const string Good = """
        groups:
          - name: game
            interval: 30s
            limit: 10
            query_offset: 1m
            labels:
              team: core
              severity: info
            rules:
              - record: job:load:sum
                expr: sum by (job) (load)
                labels: { kind: sum }
              - alert: HighLoad
                expr: |
                  load
                    > 10
                for: 1h30m
                keep_firing_for: 5m
                labels:
                  severity: critical
                annotations:
                  summary: "{{ $labels.host }} is at {{ $value }}"
        """;

    [Fact]
    public void A_file_of_Prometheus_is_read()
    {
        var group = Assert.Single(RuleFile.Parse("rules.yml", Good, out var errors));
        Assert.Empty(errors);
        Assert.Equal(("game", "rules.yml", TimeSpan.FromSeconds(30), 10, TimeSpan.FromMinutes(1)), (group.Name, group.Source, group.Interval, group.Limit, group.QueryOffset));
        var recording = Assert.IsType<RecordingRule>(group.Rules[0]);
        Assert.Equal([new("team", "core"), new("severity", "info"), new("kind", "sum")], recording.Labels);
        var alert = Assert.IsType<AlertRule>(group.Rules[1]);
        Assert.Equal((TimeSpan.FromMinutes(90), TimeSpan.FromMinutes(5)), (alert.For, alert.KeepFiringFor));
        Assert.Equal([new("team", "core"), new("severity", "critical")], alert.Labels);
        Assert.Equal([new("summary", "{{ $labels.host }} is at {{ $value }}")], alert.Annotations);
    }

    [Theory]
    [InlineData("groups:\n- name: a\n  rules:\n  - alert: X\n    exprs: up", "x.yml:5:5: a rule has no field 'exprs'; did you mean 'expr'?")]
    [InlineData("groups:\n- name: a\n  rules:\n  - alert: X\n    expr: rat(up[5m])", "x.yml:5:11: unknown function with name \"rat\"")]
    [InlineData("groups:\n- name: a\n  rules:\n  - alert: X\n    expr: 'rat(up[5m])'", "x.yml:5:12: unknown function")]
    [InlineData("groups:\n- name: a\n  rules:\n  - alert: X\n    expr: |\n      up\n      > rat(up[5m])", "x.yml:7:9: unknown function")]
    [InlineData("groups:\n- name: a\n  rules:\n  - alert: X\n    expr: up\n    for: 5", "x.yml:6:10: 'for' is '5', which is no duration")]
    [InlineData("groups:\n- name: a\n  rules:\n  - alert: X\n    expr: up\n    annotations:\n      summary: \"{{ $valu }}\"", "x.yml:7:20: undefined variable \"$valu\"; did you mean \"$value\"?")]
    [InlineData("groups:\n- name: a\n  rules:\n  - alert: X\n    expr: up\n    labels:\n      __name__: x", "x.yml:7:7: '__name__' is no label name")]
    [InlineData("groups:\n- name: a\n  rules:\n  - record: a b\n    expr: up", "x.yml:4:13: 'a b' is no name of a recording rule")]
    [InlineData("groups:\n- name: a\n  rules:\n  - record: a\n    expr: up\n    for: 1m", "x.yml:6:5: 'for' has no meaning for a recording rule")]
    [InlineData("groups:\n- name: a\n  rules:\n  - expr: up", "x.yml:4:5: the rule needs one of 'record' and 'alert'")]
    [InlineData("groups:\n- name: a\n  rules:\n  - alert: X", "x.yml:4:5: the rule has no 'expr'")]
    [InlineData("groups:\n- name: a\n- name: a", "x.yml:3:3: there are two groups named 'a'")]
    [InlineData("groups:\n- rules: []", "x.yml:2:3: the group has no name")]
    [InlineData("groups:\n- name: a\n  limit: many", "x.yml:3:10: 'limit' is 'many'")]
    [InlineData("group: []", "x.yml:1:1: a rule file has no field 'group'; did you mean 'groups'?")]
    [InlineData("groups: [", "x.yml:")]
    [InlineData("groups:\n- &g\n  <<: *g\n  name: a", "x.yml:")]
    [InlineData("groups:\n- name: a\n  name: b", "x.yml:")]
    public void A_mistake_is_told_at_its_place(string text, string message)
    {
        RuleFile.Parse("x.yml", text, out var errors);
        Assert.Contains(errors, error => error.ToString().StartsWith(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("groups:")]
    [InlineData("# nothing")]
    public void An_empty_file_has_no_rules(string text)
    {
        Assert.Empty(RuleFile.Parse("x.yml", text, out var errors));
        Assert.Empty(errors);
    }

    [Fact]
    public void Mappings_are_merged_as_Prometheus_merges_them()
    {
        var group = Assert.Single(RuleFile.Parse("x.yml", """
            groups:
            - name: g
              rules:
              - &base
                alert: A
                expr: up == 0
                for: 5m
                labels: &labels { severity: 1, team: core, empty: ~ }
              - <<: *base
                alert: B
                labels: { <<: *labels, severity: 2 }
              - { <<: [*base], alert: C, expr: up > 1 }
            """, out var errors));
        Assert.Empty(errors);
        var (b, c) = (Assert.IsType<AlertRule>(group.Rules[1]), Assert.IsType<AlertRule>(group.Rules[2]));
        Assert.Equal(("B", "up == 0", TimeSpan.FromMinutes(5)), (b.Name, b.Expression, b.For));
        Assert.Equal([new("empty", ""), new("severity", "2"), new("team", "core")], b.Labels.OrderBy(static label => label.Key));
        Assert.Equal(("C", "up > 1", TimeSpan.FromMinutes(5)), (c.Name, c.Expression, c.For));
    }

    [Fact]
    public async Task A_place_that_cannot_be_searched_is_told_once_and_hinders_no_other_file()
    {
        await using var world = new World();
        var folder = Directory.CreateTempSubdirectory("rules").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "a.yml"), "groups: [{ name: g, rules: [{ alert: A, expr: up }] }]", TestContext.Current.CancellationToken);
            var logger = new ListLogger<RuleFileSet>();
            var files = new RuleFileSet(world.Manager, ["bad\0place/*.yml", folder], new RuleLoadFailures(world.Registry, logger), logger);
            files.Refresh();
            files.Refresh();
            Assert.Single(world.Manager.GetGroups());
            Assert.Contains("bad", Assert.Single(logger.Lines, static line => line.Level == LogLevel.Error).Text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_file_is_read_again_when_it_changed_and_a_broken_one_changes_nothing()
    {
        await using var world = new World();
        var folder = Directory.CreateTempSubdirectory("rules").FullName;
        try
        {
            var path = Path.Combine(folder, "a.yml");
            var files = new RuleFileSet(world.Manager, [Path.Combine(folder, "*.yml"), Path.Combine(folder, "missing.yml")], new RuleLoadFailures(world.Registry, NullLogger.Instance), NullLogger.Instance);
            await Write("load > 10");
            files.Refresh();
            world.Load.Set(11, "a");
            world.Tick();
            Assert.Equal("a:Firing", world.States());

            await Write("load > > 10");
            files.Refresh();
            files.Refresh();
            world.Tick();
            Assert.Equal("a:Firing", world.States());
            Assert.Equal(2, Failures());

            await Write("load > 20");
            files.Refresh();
            world.Tick();
            Assert.Equal("a:Resolved", world.States());

            File.Delete(path);
            files.Refresh();
            Assert.Empty(world.Manager.GetGroups());

            Task Write(string expression) =>
                File.WriteAllTextAsync(path, $"groups:\n- name: g\n  rules:\n  - alert: HighLoad\n    expr: {expression}\n", TestContext.Current.CancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        // The broken one, once, and the one that is not there.
        double Failures()
        {
            using var snapshot = world.Registry.Snapshot();
            return snapshot.Value("instrumentation_rule_load_failures_total") ?? 0;
        }
    }
}
