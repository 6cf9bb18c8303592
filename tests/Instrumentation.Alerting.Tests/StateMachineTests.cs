using Instrumentation.Alerting.Rules;

namespace Instrumentation.Alerting.Tests;

public class StateMachineTests
{
    [Fact]
    public async Task A_condition_has_to_hold_for_its_time()
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule(after: TimeSpan.FromSeconds(10)));
        world.Load.Set(11, "a");
        world.Tick();
        Assert.Equal("a:Pending", world.States());
        var since = world.Time.GetUtcNow();
        world.Tick();
        Assert.Equal("a:Pending", world.States());
        world.Tick();
        Assert.Equal("a:Firing", world.States());
        Assert.Equal(since, world.Only().ActiveAt);
        Assert.Equal(world.Time.GetUtcNow(), world.Only().FiredAt);
        world.Load.Set(10, "a");
        world.Tick();
        Assert.Equal("a:Resolved", world.States());
    }

    [Fact]
    public async Task Pending_ends_without_a_word_of_firing_and_begins_anew()
    {
        await using var world = new World();
        var sink = new RecordingSink();
        world.Manager.AddSink(sink);
        world.Manager.AddRule(World.Rule(after: TimeSpan.FromSeconds(10)));
        world.Load.Set(11, "a");
        world.Tick(2);
        world.Load.Set(1, "a");
        world.Tick();
        world.Load.Set(11, "a");
        world.Tick(2);
        Assert.Equal("a:Pending", world.States());
        Assert.Equal(["HighLoad Inactive→Pending", "HighLoad Pending→Inactive", "HighLoad Inactive→Pending"], await sink.WaitFor(3));
    }

    [Fact]
    public async Task Firing_is_held_and_a_condition_that_comes_back_starts_the_hold_anew()
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule() with { KeepFiringFor = TimeSpan.FromSeconds(10) });
        world.Load.Set(11, "a");
        world.Tick();
        world.Load.Set(1, "a");
        world.Tick(2);
        Assert.Equal("a:Firing", world.States());
        Assert.NotNull(world.Only().KeepFiringSince);
        world.Load.Set(11, "a");
        world.Tick();
        Assert.Null(world.Only().KeepFiringSince);
        world.Load.Set(1, "a");
        world.Tick(2);
        Assert.Equal("a:Firing", world.States());
        world.Tick();
        Assert.Equal("a:Resolved", world.States());
    }

    [Fact]
    public async Task A_resolved_alert_is_kept_for_15_minutes()
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule());
        world.Load.Set(11, "a");
        world.Tick();
        world.Load.Set(1, "a");
        world.Tick();
        world.Tick(15 * 12);
        Assert.Equal("a:Resolved", world.States());
        world.Tick();
        Assert.Equal("", world.States());
    }

    [Fact]
    public async Task Two_results_with_one_label_set_fail_and_leave_the_states()
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule(expression: "load > 10") with { Labels = [new("host", "all")] });
        world.Load.Set(11, "a");
        world.Tick();
        Assert.Equal("all:Firing", world.States());
        world.Load.Set(12, "b");
        world.Tick();
        Assert.Equal("all:Firing", world.States());
        var status = Assert.Single(world.Manager.GetGroups()[0].Rules);
        Assert.Equal(RuleHealth.Failed, status.Health);
        Assert.Contains("same labelset", status.LastError, StringComparison.Ordinal);
        world.Load.Set(0, "b");
        world.Load.Set(0, "a");
        world.Tick();
        Assert.Equal(RuleHealth.Ok, world.Manager.GetGroups()[0].Rules[0].Health);
        Assert.Equal("all:Resolved", world.States());
    }

    [Fact]
    public async Task Past_the_limit_all_alerts_go_and_the_rule_is_unhealthy()
    {
        await using var world = new World();
        var sink = new RecordingSink();
        world.Manager.AddSink(sink);
        world.Manager.ReplaceGroup(new RuleGroup { Name = "g", Limit = 1, Rules = [World.Rule()] });
        world.Load.Set(11, "a");
        world.Tick();
        world.Load.Set(11, "b");
        world.Tick();
        Assert.Equal("", world.States());
        Assert.Contains("exceeded limit of 1 with 2 alerts", world.Manager.GetGroups()[0].Rules[0].LastError, StringComparison.Ordinal);
        Assert.Equal(["HighLoad Inactive→Firing", "HighLoad Firing→Resolved"], await sink.WaitFor(2));
        Assert.Equal("a", sink.Transitions.Last().Alert.Labels.Get("host"));
    }

    [Fact]
    public async Task A_second_threshold_keeps_it_firing_in_between()
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule() with { ResolveExpression = "load < 5" });
        world.Load.Set(11, "a");
        world.Load.Set(1, "b");
        world.Tick();
        world.Load.Set(7, "a");
        world.Tick(3);
        Assert.Equal("a:Firing", world.States());
        world.Load.Set(4, "a");
        world.Tick();
        Assert.Equal("a:Resolved", world.States());
        world.Load.Set(7, "a");
        world.Tick();
        Assert.Equal("a:Resolved", world.States());
    }

    [Fact]
    public async Task Cooling_down_it_waits_before_it_fires_again()
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule() with { Cooldown = TimeSpan.FromSeconds(15) });
        world.Load.Set(11, "a");
        world.Tick();
        world.Load.Set(1, "a");
        world.Tick();
        world.Load.Set(11, "a");
        world.Tick(2);
        Assert.Equal("a:Pending", world.States());
        world.Tick();
        Assert.Equal("a:Firing", world.States());
    }

    [Theory]
    [InlineData(NoDataBehavior.Keep, "a:Firing")]
    [InlineData(NoDataBehavior.Resolve, "a:Resolved")]
    public async Task Missing_data_ends_it_only_if_so_decided(NoDataBehavior behavior, string expected)
    {
        await using var world = new World(options => options.OnNoData = behavior);
        var reading = 11.0;
        var collector = world.Registry.Gauge("probe", "A reading.", Instrumentation.Metrics.Label.ForStrings("host", 10));
        using var collecting = world.Registry.AddCollector("probe", () => collector.Set(reading, "a"));
        world.Manager.AddRule(World.Rule(expression: "probe > 10"));
        world.Tick();
        Assert.Equal("a:Firing", world.States());

        // The store alone decides what is there: its series ends.
        var time = world.Time.GetUtcNow().ToUnixTimeMilliseconds() + 10_000;
        foreach (var series in Series(world, "probe"))
        {
            series.MarkStale(time);
        }

        world.Time.Pass(TimeSpan.FromSeconds(5));
        world.Tick();
        Assert.Equal(expected, world.States());
        if (behavior == NoDataBehavior.Keep)
        {
            reading = 1;
            world.Tick();
            Assert.Equal("a:Resolved", world.States());
        }
    }

    [Fact]
    public async Task An_alert_speaks_with_the_labels_and_texts_of_its_rule()
    {
        await using var world = new World(options => options.TargetLabels["job"] = "game");
        world.Manager.AddRule(World.Rule() with
        {
            Severity = AlertSeverity.Critical,
            Labels = [new("where", "{{ $labels.host }}/{{ $labels.job }}"), new("gone", "")],
            Annotations = [new("summary", "{{ $labels.host }} is at {{ $value | humanize }} of {{ $externalLabels.job }}"), new("bad", "{{ query \"x{\" }}")],
        });
        world.Load.Set(1234, "a");
        world.Tick();
        var alert = world.Only();
        Assert.Equal("{alertname=\"HighLoad\", host=\"a\", job=\"game\", severity=\"critical\", where=\"a/game\"}", alert.Labels.ToString());
        Assert.Equal("a is at 1.234k of game", alert.Annotations.Get("summary"));
        Assert.StartsWith("<error expanding template: error calling query", alert.Annotations.Get("bad"), StringComparison.Ordinal);
        Assert.Equal((AlertSeverity.Critical, 1234.0), (alert.Severity, alert.Value));
        Assert.Equal(alert.ActiveAt + TimeSpan.FromMinutes(4), alert.ValidUntil);
        world.Load.Set(2000, "a");
        world.Tick();
        Assert.Equal("a is at 2k of game", world.Only().Annotations.Get("summary"));
    }

    [Fact]
    public async Task Its_states_are_series()
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule(after: TimeSpan.FromSeconds(5)));
        world.Load.Set(11, "a");
        world.Tick();
        var since = world.Time.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(1, world.Value("ALERTS{alertname=\"HighLoad\", alertstate=\"pending\", host=\"a\"}"));
        Assert.Equal(since, world.Value("ALERTS_FOR_STATE{host=\"a\"}"));
        world.Tick();
        Assert.Null(world.Value("ALERTS{alertstate=\"pending\"}"));
        Assert.Equal(1, world.Value("ALERTS{alertstate=\"firing\"}"));
        world.Load.Set(1, "a");
        world.Tick();
        Assert.Null(world.Value("ALERTS"));
        Assert.Null(world.Value("ALERTS_FOR_STATE"));
    }

    private static IEnumerable<PromQL.Storage.StoredSeries> Series(World world, string name)
    {
        var found = new List<PromQL.Storage.ISampleSeries>();
        world.Manager.History.Select([new PromQL.Storage.SeriesMatcher(PromQL.Parsing.Syntax.MatchKind.Equal, "__name__", name)], found);
        return found.Cast<PromQL.Storage.StoredSeries>();
    }
}
