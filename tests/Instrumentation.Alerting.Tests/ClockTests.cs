namespace Instrumentation.Alerting.Tests;

public class ClockTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    [InlineData(60 * 24 * 365)]
    public async Task A_clock_that_is_set_fires_and_ends_nothing(int minutes)
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule(after: TimeSpan.FromSeconds(30)));
        world.Manager.AddRule(World.Rule("Rate", "rate(requests_total[1m]) > 1"));
        world.Load.Set(11, "a");
        for (var i = 0; i < 4; i++)
        {
            world.Requests.Add(50, "a");
            world.Tick();
        }

        Assert.Equal("a:Pending", world.States());
        world.Time.Set(TimeSpan.FromMinutes(minutes));
        world.Requests.Add(50, "a");
        world.Tick();
        Assert.Equal("a:Pending", world.States());
        Assert.Equal("a:Firing", world.States("Rate"));
        Assert.Equal(10, world.Value("rate(requests_total[10s])"));
        world.Tick();
        Assert.Equal("a:Pending", world.States());
        world.Tick();
        Assert.Equal("a:Firing", world.States());
        Assert.Equal(0, world.Manager.GetGroups()[0].MissedEvaluations);
        using var snapshot = world.Registry.Snapshot();
        Assert.Equal(1, snapshot.Value("instrumentation_clock_steps_total"));
    }

    [Fact]
    public async Task Ticks_that_were_missed_are_skipped_and_counted()
    {
        await using var world = new World();
        world.Manager.AddRule(World.Rule(after: TimeSpan.FromSeconds(10)));
        world.Load.Set(11, "a");
        world.Tick();
        world.Time.Pass(TimeSpan.FromSeconds(20));
        world.Tick();

        // One evaluation, at the time it is now: the process was held up, and the condition held all the while.
        Assert.Equal("a:Firing", world.States());
        Assert.Equal(4, world.Manager.GetGroups()[0].MissedEvaluations);
        using var snapshot = world.Registry.Snapshot();
        Assert.Equal(4, snapshot.Value("instrumentation_rule_evaluations_missed_total", ("group", "default")));
        Assert.Equal(2, snapshot.Value("instrumentation_rule_evaluations_total", ("group", "default")));
    }

    [Fact]
    public async Task A_group_has_its_own_rhythm_on_the_clock()
    {
        await using var world = new World();
        world.Manager.ReplaceGroup(new Rules.RuleGroup { Name = "slow", Interval = TimeSpan.FromSeconds(30), QueryOffset = TimeSpan.FromSeconds(5), Rules = [World.Rule()] });
        world.Load.Set(11, "a");
        world.Tick(12);
        var status = Assert.Single(world.Manager.GetGroups());
        Assert.Equal(0, status.LastEvaluation!.Value.ToUnixTimeSeconds() % 30);
        Assert.Equal(0, status.MissedEvaluations);
        using var snapshot = world.Registry.Snapshot();
        Assert.Equal(2, snapshot.Value("instrumentation_rule_evaluations_total", ("group", "slow")));
    }

    [Fact]
    public async Task Templates_tell_the_time_of_the_evaluation_however_far_back_the_rule_looks()
    {
        await using var world = new World();
        var rule = World.Rule() with { Labels = [new("at", "{{ now }}")], Annotations = [new("at", "{{ now }}")] };
        world.Manager.ReplaceGroup(new Rules.RuleGroup { Name = "late", QueryOffset = TimeSpan.FromSeconds(5), Rules = [rule] });
        world.Load.Set(11, "a");
        world.Tick(2);
        var alert = world.Only();
        Assert.Equal(alert.ActiveAt, world.Time.GetUtcNow());
        Assert.NotEmpty(alert.Labels.Get("at"));
        Assert.Equal(alert.Labels.Get("at"), alert.Annotations.Get("at"));
    }
}
