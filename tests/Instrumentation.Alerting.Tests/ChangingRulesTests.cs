using Instrumentation.Alerting.Evaluation;
using Instrumentation.Alerting.Rules;
using Microsoft.Extensions.Logging.Abstractions;

namespace Instrumentation.Alerting.Tests;

public class ChangingRulesTests
{
    [Fact]
    public async Task A_changed_rule_keeps_its_alerts_while_name_and_labels_stay()
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule(after: TimeSpan.FromSeconds(10)));
        world.Load.Set(11, "a");
        world.Tick();
        var since = world.Only().ActiveAt;
        world.Manager.AddRule(World.Rule(after: TimeSpan.FromSeconds(10), expression: "load > 5"));
        world.Manager.AddRule(World.Rule("Another", "load > 100"));
        world.Tick(2);
        Assert.Equal("a:Firing", world.States());
        Assert.Equal(since, world.Only().ActiveAt);
        world.Manager.AddRule(World.Rule(expression: "load > 5", after: TimeSpan.FromSeconds(10)) with { Labels = [new("team", "x")] });
        world.Tick();
        Assert.Equal("a:Pending", world.States());
    }

    [Fact]
    public async Task An_alert_that_fired_waits_again_for_a_rule_that_asks_for_more_time()
    {
        await using var world = new World();
        var sink = new RecordingSink();
        world.Manager.AddSink(sink);
        world.Manager.AddRule(World.Rule(after: TimeSpan.FromSeconds(5)));
        world.Load.Set(11, "a");
        world.Tick(2);
        var since = world.Only().ActiveAt;
        world.Manager.AddRule(World.Rule(after: TimeSpan.FromSeconds(15)));
        world.Tick();
        Assert.Equal("a:Pending", world.States());
        Assert.Equal((since, null), (world.Only().ActiveAt, world.Only().FiredAt));
        Assert.Equal(1, world.Value("ALERTS{alertstate='pending'}"));
        Assert.Null(world.Value("ALERTS{alertstate='firing'}"));
        world.Tick();
        Assert.Equal("a:Firing", world.States());
        Assert.Equal(
            ["HighLoad Inactive→Pending", "HighLoad Pending→Firing", "HighLoad Firing→Resolved", "HighLoad Inactive→Pending", "HighLoad Pending→Firing"], await sink.WaitFor(5));
    }

    [Fact]
    public async Task A_removed_rule_resolves_its_alerts_and_ends_its_series()
    {
        await using var world = new World();
        var sink = new RecordingSink();
        world.Manager.AddSink(sink);
        world.Manager.AddRule(World.Rule());
        world.Load.Set(11, "a");
        world.Tick();
        world.Time.Pass(TimeSpan.FromSeconds(1));
        Assert.True(world.Manager.RemoveRule("HighLoad"));
        Assert.False(world.Manager.RemoveRule("HighLoad"));
        Assert.Equal(["HighLoad Inactive→Firing", "HighLoad Firing→Resolved"], await sink.WaitFor(2));
        Assert.Empty(world.Manager.GetActiveAlerts());
        Assert.Null(world.Value("ALERTS"));
        Assert.Empty(world.Manager.GetGroups());
    }

    [Fact]
    public void A_tick_that_was_under_way_when_its_group_went_evaluates_nothing()
    {
        var (time, registry, gate) = (new SettableTime(), new Metrics.InstrumentRegistry(), new Lock());
        var ledger = new Lifecycle.TransitionLedger(gate, new AlertingOptions(), registry, time, NullLogger.Instance);
        var context = new EngineContext(gate, new AlertingOptions(), new PromQL.Storage.SampleStore(), ledger, new RuleCounters(registry), time);
        var engine = new RuleEngine(context, new History.SelectionBook([]), NullLogger.Instance, static () => { });
        engine.Replace("code", [new RuleGroup { Name = "g", Rules = [World.Rule("Always", "vector(1)")] }]);
        var runner = engine.Groups[0];
        engine.Replace("code", []);

        // What the pool does with a work item that waited for its turn.
        runner.Execute();
        Assert.Equal(0, ledger.Sequence);
    }

    [Fact]
    public void Queries_of_templates_hold_up_nobody()
    {
        var (time, registry, gate) = (new WatchingTime(), new Metrics.InstrumentRegistry(), new Lock());
        var ledger = new Lifecycle.TransitionLedger(gate, new AlertingOptions(), registry, time, NullLogger.Instance);
        var context = new EngineContext(gate, new AlertingOptions(), new PromQL.Storage.SampleStore(), ledger, new RuleCounters(registry), time);
        var engine = new RuleEngine(context, new History.SelectionBook([]), NullLogger.Instance, static () => { });
        engine.Replace("code", [new RuleGroup { Name = "g", Rules = [World.Rule("Always", "vector(1)") with { Annotations = [new("summary", "{{ query \"vector(7)\" | first | value }}")] }] }]);
        time.Gate = gate;
        engine.Tick(time.GetUtcNow().AddSeconds(5).ToUnixTimeMilliseconds(), inline: true);
        time.Gate = null;
        lock (gate)
        {
            Assert.Equal("7", engine.Groups[0].Rules[0].Status().Alerts[0].Annotations.Get("summary"));
        }

        Assert.Equal((true, false), (time.WasRead, time.WasReadWithinGate));
    }

    [Fact]
    public async Task A_change_between_a_tick_and_its_evaluation_skips_none()
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule());
        world.Load.Set(11, "a");
        world.Tick();
        world.Load.Set(1, "a");
        world.Time.Pass(TimeSpan.FromSeconds(5));
        world.Manager.AddRule(World.Rule("Another", "load > 100"));
        world.Manager.Tick();
        Assert.Equal("a:Resolved", world.States());
        Assert.Equal(0, world.Manager.GetGroups()[0].MissedEvaluations);
    }

    [Fact]
    public async Task Undisturbed_groups_go_on_while_others_change()
    {
        await using var world = new World();
        RuleGroup Group(string name, string expression) => new() { Name = name, Source = "file", Rules = [World.Rule(name, expression)] };
        world.Manager.ReplaceGroups("file", [Group("One", "load > 10"), Group("Two", "load > 10")]);
        world.Load.Set(11, "a");
        world.Tick();
        world.Manager.ReplaceGroups("file", [Group("One", "load > 10"), Group("Three", "load > 10")]);
        Assert.Equal(["One"], world.Manager.GetActiveAlerts().Select(static alert => alert.Name));
        Assert.Equal(["One", "Three"], world.Manager.GetGroups().Select(static group => group.Group.Name));
    }

    [Theory]
    [InlineData("load >", "unexpected")]
    [InlineData("rat(load[5m])", "did you mean \"rate\"")]
    [InlineData("load[5m]", "gives a range vector")]
    [InlineData("\"text\"", "gives a string")]
    public async Task A_rule_with_a_mistake_changes_nothing(string expression, string message)
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule());
        var exception = Assert.Throws<RuleException>(() => world.Manager.AddRule(World.Rule("Bad", expression)));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains("'Bad'", exception.Message, StringComparison.Ordinal);
        Assert.Single(world.Manager.GetGroups()[0].Rules);
    }

    [Fact]
    public async Task Settings_that_make_no_sense_are_refused()
    {
        await using var world = new World();
        Refused(World.Rule() with { For = TimeSpan.FromSeconds(-1) }, "negative");
        Refused(World.Rule() with { Labels = [new("alertname", "x")] }, "alertname");
        Refused(World.Rule() with { Labels = [new("a-b", "x")] }, "a-b");
        Refused(World.Rule() with { Annotations = [new("summary", "{{ $valu }}")] }, "did you mean \"$value\"");
        Refused(World.Rule() with { Annotations = [new("summary", "a"), new("summary", "b")] }, "'summary' is there twice");
        Refused(World.Rule() with { Labels = [new("team", "a"), new("team", "b")] }, "'team' is there twice");
        Refused(World.Rule(expression: "load{host=~\"((a{1000}){1000}){1000}\"}"), "'HighLoad'");
        Refused(new RecordingRule { Name = "a b", Expression = "load" }, "metric name");

        void Refused(Rule rule, string message) =>
            Assert.Contains(message, Assert.Throws<RuleException>(() => world.Manager.AddRule(rule)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_rule_leaves_the_others_alone()
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule("Bad", "load * on () load > 0"));
        world.Manager.AddRule(World.Rule());
        world.Load.Set(11, "a");
        world.Load.Set(12, "b");
        world.Tick();
        Assert.Equal("a:Firing b:Firing", world.States());
        var rules = world.Manager.GetGroups()[0].Rules;
        Assert.Equal([RuleHealth.Failed, RuleHealth.Ok], rules.Select(static rule => rule.Health));
        using var snapshot = world.Registry.Snapshot();
        Assert.Equal(1, snapshot.Value("instrumentation_rule_evaluation_failures_total", ("group", "default")));
    }

    /// <summary>Every query reads the clock when it begins.</summary>
    private sealed class WatchingTime : TimeProvider
    {
        public Lock? Gate { get; set; }

        public bool WasRead { get; private set; }

        public bool WasReadWithinGate { get; private set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

        public override long GetTimestamp()
        {
            WasRead |= Gate is not null;
            WasReadWithinGate |= Gate is { IsHeldByCurrentThread: true };
            return 0;
        }
    }
}
