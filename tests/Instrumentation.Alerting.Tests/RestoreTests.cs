using System.Text;
using Instrumentation.Alerting.Lifecycle;

namespace Instrumentation.Alerting.Tests;

/// <summary>What a restart makes of alerts, by the clock: Group.RestoreForState in rules/group.go, and what is promised besides.</summary>
public class RestoreTests
{
    private readonly MemoryStore _store = new();
    private readonly SettableTime _time = new();

    [Theory]
    [InlineData(20, 5, 30, 15)] // Enough is left: what was spent counts, the outage does not.
    [InlineData(20, 15, 30, 10)] // Less than 10 minutes is left: raised to that.
    [InlineData(10, 5, 30, 10)]
    [InlineData(2, 1, 30, 1)] // Shorter than 10 minutes: it goes on where it was.
    public async Task What_is_left_of_for(int minutes, int spent, int outage, int left)
    {
        await Run(TimeSpan.FromMinutes(minutes), static () => { }, TimeSpan.FromMinutes(spent), TimeSpan.FromMinutes(outage));
        await using var world = await Restart(TimeSpan.FromMinutes(minutes));
        world.Load.Set(11, "a");
        Ticks(world, TimeSpan.FromMinutes(left) - TimeSpan.FromSeconds(10));
        Assert.Equal("a:Pending", world.States());
        world.Tick(3);
        Assert.Equal("a:Firing", world.States());
    }

    [Fact]
    public async Task A_short_for_begins_anew_if_so_decided()
    {
        await Run(TimeSpan.FromMinutes(2), static () => { }, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        await using var world = await Restart(TimeSpan.FromMinutes(2), static options => options.RestoreShortFor = false);
        world.Load.Set(11, "a");
        Ticks(world, TimeSpan.FromMinutes(1.9));
        Assert.Equal("a:Pending", world.States());
    }

    [Fact]
    public async Task After_too_long_an_outage_pending_begins_anew_and_firing_is_resolved()
    {
        await Run(TimeSpan.Zero, static () => { }, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(61));
        var sink = new RecordingSink();
        await using var world = await Restart(TimeSpan.Zero, sink: sink);
        world.Load.Set(11, "a");
        world.Tick();
        await world.Manager.FlushAsync();
        Assert.Equal(["HighLoad Firing→Resolved", "HighLoad Inactive→Firing"], await sink.WaitFor(2));
    }

    [Fact]
    public async Task What_fires_still_fires_and_is_not_told_again()
    {
        await Run(TimeSpan.Zero, static () => { }, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
        var sink = new RecordingSink();
        await using var world = await Restart(TimeSpan.Zero, sink: sink);
        Assert.Equal("a:Firing", world.States());
        world.Load.Set(11, "a");
        world.Tick(5);
        Assert.Equal("a:Firing", world.States());
        world.Load.Set(1, "a");
        world.Tick();
        await world.Manager.FlushAsync();
        Assert.Equal(["HighLoad Firing→Resolved"], await sink.WaitFor(1));
    }

    [Fact]
    public async Task Until_its_window_is_full_again_nothing_ends_a_restored_alert()
    {
        const string Expression = "avg_over_time(load[1m]) > 10";
        await Run(TimeSpan.Zero, static () => { }, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), Expression);
        await using var world = await Restart(TimeSpan.Zero, expression: Expression);
        world.Load.Set(1, "a");
        world.Tick(12);
        Assert.Equal("a:Firing", world.States());
        world.Tick();
        Assert.Equal("a:Resolved", world.States());
    }

    [Fact]
    public async Task A_transition_that_no_sink_has_dealt_with_is_handed_over_after_the_restart()
    {
        var stuck = new StuckSink();
        await Run(TimeSpan.Zero, static () => { }, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), sink: stuck);
        var sink = new RecordingSink("stuck");
        await using var world = await Restart(TimeSpan.Zero, sink: sink);
        Assert.Equal(["HighLoad Inactive→Firing"], await sink.WaitFor(1));
        world.Load.Set(11, "a");
        world.Tick(3);
        await world.Manager.FlushAsync();
        Assert.Single(sink.Transitions);
    }

    [Fact]
    public async Task An_alert_whose_rule_does_not_come_back_is_resolved()
    {
        await Run(TimeSpan.Zero, static () => { }, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        var sink = new RecordingSink();
        await using var world = new World(store: _store, time: _time);
        await world.Manager.LoadStateAsync(TestContext.Current.CancellationToken);
        world.Manager.AddSink(sink);
        world.Manager.StartPersisting();
        world.Tick(14);
        await world.Manager.FlushAsync();
        Assert.Equal(["HighLoad Firing→Resolved"], await sink.WaitFor(1));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"version\":99}")]
    [InlineData("{\"version\":1,\"alerts\":[{\"shown\":{\"state\":\"Odd\"}}]}")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"alerts\":null}")]
    [InlineData("{\"alerts\":[null]}")]
    [InlineData("{\"sinks\":null}")]
    [InlineData("{\"raised\":[{\"name\":\"a\",\"state\":\"Firing\",\"origin\":\"Manual\",\"labels\":{\"a\":null}}]}")]
    [InlineData("{\"waiting\":[{\"from\":\"Firing\",\"to\":\"Resolved\",\"alert\":null}]}")]
    [InlineData("{\"alerts\":[{\"rule\":\"r\",\"shown\":{\"state\":\"Firing\",\"origin\":\"Rule\"},\"activeAt\":9000000000000000000}]}")]
    [InlineData("{\"alerts\":[{\"rule\":\"r\",\"shown\":{\"state\":\"Firing\",\"origin\":\"Rule\"},\"result\":null}]}")]
    public async Task A_state_that_cannot_be_read_is_put_aside_and_all_begins_anew(string state)
    {
        _store.State = Encoding.UTF8.GetBytes(state);
        await using var world = await Restart(TimeSpan.Zero);
        Assert.NotNull(_store.Aside);
        world.Load.Set(11, "a");
        world.Tick();
        Assert.Equal("a:Firing", world.States());
    }

    [Theory]
    [InlineData(20, 5, 15)]
    [InlineData(2, 1, 1)]
    public async Task A_clock_that_was_set_back_while_the_process_was_down_makes_for_no_longer(int minutes, int spent, int left)
    {
        await Run(TimeSpan.FromMinutes(minutes), static () => { }, TimeSpan.FromMinutes(spent), TimeSpan.FromMinutes(-300));
        await using var world = await Restart(TimeSpan.FromMinutes(minutes));
        world.Load.Set(11, "a");
        Ticks(world, TimeSpan.FromMinutes(left) - TimeSpan.FromSeconds(10));
        Assert.Equal("a:Pending", world.States());
        world.Tick(3);
        Assert.Equal("a:Firing", world.States());
        Assert.True(world.Only().FiredAt <= _time.GetUtcNow());
    }

    [Fact]
    public async Task Rules_of_one_name_and_the_same_labels_each_get_their_own_alerts_back()
    {
        async Task<World> Begin(IAlertSink sink)
        {
            var world = await Restart(TimeSpan.Zero, expression: "load > 10", sink: sink);
            world.Manager.ReplaceGroup(new Rules.RuleGroup { Name = "two", Rules = [World.Rule("Two", "load{host=\"b\"} < 5"), World.Rule("Two", "load{host=\"a\"} > 10")] });
            return world;
        }

        var first = new RecordingSink();
        var world = await Begin(first);
        world.Load.Set(11, "a");
        world.Load.Set(7, "b");
        world.Tick(2);
        do
        {
            await world.Manager.FlushAsync();
        }
        while (!IsHandled());

        _time.Pass(TimeSpan.FromMinutes(1));
        var sink = new RecordingSink();
        await using var next = await Begin(sink);
        next.Load.Set(11, "a");
        next.Load.Set(7, "b");
        next.Tick(3);
        Assert.Equal("a:Firing", next.States("Two"));
        next.Load.Set(1, "a");
        next.Tick();
        await next.Manager.FlushAsync();
        Assert.Equal(["HighLoad Firing→Resolved", "Two Firing→Resolved"], (await sink.WaitFor(2)).Order());
    }

    [Fact]
    public async Task Texts_with_half_characters_are_stored_and_told()
    {
        var sink = new RecordingSink();
        await using var world = await Restart(TimeSpan.Zero, sink: sink);
        world.Load.Set(11, "x\ud800");
        world.Tick();
        world.Manager.TriggerAlert(AlertSeverity.Error, "Down\udc00", "It is \ud83d.", "server", context: [new("who", "\ud83d")]);
        await world.Manager.FlushAsync();
        Assert.Equal("x\ufffd", world.Manager.GetActiveAlerts().Single(static alert => alert.Name == "HighLoad").Labels.Get("host"));
        Assert.Contains("Down\\uFFFD", Encoding.UTF8.GetString(_store.State!.Value.Span), StringComparison.Ordinal);
        Assert.Contains("It is \\uFFFD.", Encoding.UTF8.GetString(_store.State!.Value.Span), StringComparison.Ordinal);
        Assert.True(world.Manager.ResolveAlert("Down\udc00", "server"));
    }

    [Fact]
    public async Task A_file_that_another_process_uses_is_left_alone()
    {
        var folder = Directory.CreateTempSubdirectory("state").FullName;
        var path = Path.Combine(folder, "state.json");
        var token = TestContext.Current.CancellationToken;
        try
        {
            using var store = new State.FileAlertStateStore(path, TimeSpan.Zero);
            using (new FileStream(path + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                Assert.Contains("in use by another process", (await Assert.ThrowsAsync<IOException>(async () => await store.LoadAsync(token))).Message, StringComparison.Ordinal);
                await Assert.ThrowsAsync<IOException>(async () => await store.SaveAsync("mine"u8.ToArray(), token));
                Assert.False(File.Exists(path));
            }

            await store.SaveAsync("mine"u8.ToArray(), token);

            // Within one process there may be several, such as one that was given up and the next.
            using var other = new State.FileAlertStateStore(path);
            Assert.Equal("mine", Encoding.UTF8.GetString((await other.LoadAsync(token))!.Value.Span));
            Assert.Throws<IOException>(() => new FileStream(path + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_process_that_is_about_to_end_is_waited_for()
    {
        var folder = Directory.CreateTempSubdirectory("state").FullName;
        var path = Path.Combine(folder, "state.json");
        try
        {
            await File.WriteAllTextAsync(path, "theirs", TestContext.Current.CancellationToken);
            using var store = new State.FileAlertStateStore(path, TimeSpan.FromMinutes(2));
            Task<ReadOnlyMemory<byte>?> load;
            using (new FileStream(path + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                load = store.LoadAsync(TestContext.Current.CancellationToken).AsTask();
                Assert.False(load.IsCompleted);
            }

            Assert.Equal("theirs", Encoding.UTF8.GetString((await load)!.Value.Span));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_disk_that_is_full_does_not_keep_alerts_from_being_heard()
    {
        _store.Fails = true;
        var sink = new RecordingSink();
        await using var world = await Restart(TimeSpan.Zero, sink: sink);
        world.Load.Set(11, "a");
        world.Tick();
        Assert.Equal(["HighLoad Inactive→Firing"], await sink.WaitFor(1));
    }

    [Fact]
    public async Task An_alert_raised_by_hand_is_still_there()
    {
        await Run(TimeSpan.Zero, static () => { }, TimeSpan.Zero, TimeSpan.FromMinutes(1), raise: true);
        await using var world = await Restart(TimeSpan.Zero);
        Assert.Contains(world.Manager.GetActiveAlerts(), static alert => alert is { Name: "Down", Origin: AlertOrigin.Manual });
        Assert.True(world.Manager.ResolveAlert("Down", "server"));
    }

    [Fact]
    public async Task The_file_is_replaced_as_a_whole()
    {
        var folder = Directory.CreateTempSubdirectory("state").FullName;
        try
        {
            var path = Path.Combine(folder, "deep", "state.json");
            using var store = new State.FileAlertStateStore(path);
            Assert.Null(await store.LoadAsync(TestContext.Current.CancellationToken));
            await store.SaveAsync("one"u8.ToArray(), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(path + ".tmp", "left behind by a crash", TestContext.Current.CancellationToken);
            await store.SaveAsync("two"u8.ToArray(), TestContext.Current.CancellationToken);
            Assert.Equal("two", Encoding.UTF8.GetString((await store.LoadAsync(TestContext.Current.CancellationToken))!.Value.Span));
            Assert.False(File.Exists(path + ".tmp"));
            Assert.Equal("two", await File.ReadAllTextAsync(await store.SetAsideAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken));
            Assert.Null(await store.LoadAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task Run(
        TimeSpan after, Action act, TimeSpan time, TimeSpan outage, string expression = "load > 10", IAlertSink? sink = null, bool raise = false)
    {
        // Without an orderly end: the store has what a crash would leave.
        var world = await Restart(after, sink: sink ?? new RecordingSink(), expression: expression);
        world.Load.Set(11, "a");
        world.Tick();
        Ticks(world, time);
        act();
        if (raise)
        {
            world.Manager.TriggerAlert(AlertSeverity.Error, "Down", "It is down.", "server");
        }

        // What the sink has dealt with has to be stored as well; then the process is no more.
        do
        {
            await world.Manager.FlushAsync();
        }
        while (sink is null && !IsHandled());

        _time.Pass(outage);
    }

    private async Task<World> Restart(TimeSpan after, Action<AlertingOptions>? configure = null, IAlertSink? sink = null, string expression = "load > 10")
    {
        var world = new World(configure, _store, _time);
        await world.Manager.LoadStateAsync(TestContext.Current.CancellationToken);
        if (sink is not null)
        {
            world.Manager.AddSink(sink);
        }

        world.Manager.AddRule(World.Rule(after: after, expression: expression));
        world.Manager.StartPersisting();
        return world;
    }

    private bool IsHandled()
    {
        using var state = System.Text.Json.JsonDocument.Parse(_store.State!.Value);
        return state.RootElement.GetProperty("sinks").GetProperty("recording").GetInt64() == state.RootElement.GetProperty("sequence").GetInt64();
    }

    private static void Ticks(World world, TimeSpan time) => world.Tick((int)(time / TimeSpan.FromSeconds(5)));

    private sealed class StuckSink : IAlertSink
    {
        public string Name => "stuck";

        public async ValueTask OnTransition(AlertTransition transition, CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
