using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;

namespace Instrumentation.Alerting.Tests;

public class SinkTests
{
    [Fact]
    public async Task A_sink_that_throws_or_hangs_hinders_nobody()
    {
        await using var world = new World(static options => options.SinkQueueCapacity = 2);
        var hanging = new Sink("hanging", static token => Task.Delay(Timeout.Infinite, token));
        var sink = new RecordingSink();
        world.Manager.AddSink(new Sink("throwing", static _ => throw new InvalidOperationException("No.")));
        using (world.Manager.AddSink(hanging))
        {
            world.Manager.AddSink(sink);
            for (var i = 0; i < 5; i++)
            {
                world.Manager.TriggerAlert(AlertSeverity.Info, $"Alert{i}", "m", "s");
                await sink.WaitFor(i + 1);
            }

            Assert.Equal(["Alert0", "Alert1", "Alert2", "Alert3", "Alert4"], sink.Transitions.Select(static transition => transition.Alert.Name));
            using var snapshot = world.Registry.Snapshot();
            Assert.True(snapshot.Value("instrumentation_alert_sink_dropped_total", ("sink", "hanging")) >= 2);
        }
    }

    [Fact]
    public async Task Two_sinks_of_one_name_are_refused()
    {
        await using var world = new World();
        world.Manager.AddSink(new RecordingSink());
        Assert.Contains("recording", Assert.Throws<ArgumentException>(() => world.Manager.AddSink(new RecordingSink())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_raised_by_hand_is_one_until_it_is_resolved()
    {
        await using var world = new World();
        var sink = new RecordingSink();
        world.Manager.AddSink(sink);
        var context = new Dictionary<string, object?> { ["server"] = "us-west-1", ["players"] = 12 };
        world.Manager.TriggerAlert(AlertSeverity.Critical, "Server Down", "Not responding", "game-server", "health_check", 0, 1, context);
        world.Manager.TriggerAlert(AlertSeverity.Critical, "Server Down", "Still not responding", "game-server", "health_check", 0, 1, context);
        var alert = world.Only();
        Assert.Equal("{alertname=\"Server Down\", metric=\"health_check\", severity=\"critical\", source=\"game-server\"}", alert.Labels.ToString());
        Assert.Equal("{players=\"12\", server=\"us-west-1\", summary=\"Still not responding\", threshold=\"1\", value=\"0\"}", alert.Annotations.ToString());
        Assert.True(world.Manager.ResolveAlert("Server Down", "game-server"));
        Assert.False(world.Manager.ResolveAlert("Server Down", "game-server"));
        Assert.Equal(["Server Down Inactive→Firing", "Server Down Firing→Resolved"], await sink.WaitFor(2));
    }

    [Fact]
    public async Task Another_severity_is_another_alert()
    {
        await using var world = new World();
        var sink = new RecordingSink();
        world.Manager.AddSink(sink);
        world.Manager.TriggerAlert(AlertSeverity.Warning, "Disk", "80 %", "db");
        world.Manager.TriggerAlert(AlertSeverity.Critical, "Disk", "99 %", "db");
        await sink.WaitFor(3);
        Assert.Equal(["warning Firing", "warning Resolved", "critical Firing"], sink.Transitions.Select(static t => $"{t.Alert.Labels.Get("severity")} {t.To}"));
    }

    [Fact]
    public async Task It_ends_by_itself_if_so_decided()
    {
        await using var world = new World(static options => options.ManualAlertExpiry = TimeSpan.FromSeconds(12));
        world.Manager.TriggerAlert(AlertSeverity.Warning, "Disk", "80 %", "db");
        world.Tick(2);
        Assert.Single(world.Manager.GetActiveAlerts());
        world.Tick();
        Assert.Empty(world.Manager.GetActiveAlerts());
        Assert.Single(world.Manager.GetResolvedAlerts());
    }

    [Fact]
    public async Task Values_are_held_against_the_checks_of_their_metric()
    {
        await using var world = new World();
        world.Manager.AddCheck(new MetricCheck { Name = "Slow", Metric = "response_time", Threshold = 0.1, Severity = AlertSeverity.Error, Cooldown = TimeSpan.FromMinutes(5), Service = "combat" });
        world.Manager.AddCheck(new MetricCheck { Name = "Low", Metric = "cache_hit_rate", Operator = CheckOperator.Below, Threshold = 0.85 });
        Assert.Equal(0, world.Manager.CheckMetric("combat", "response_time", "eu", 0.1));
        Assert.Equal(0, world.Manager.CheckMetric("chat", "response_time", "eu", 5));
        Assert.Equal(1, world.Manager.CheckMetric("combat", "response_time", "eu", 0.2));
        Assert.Equal(1, world.Manager.CheckMetric("combat", "response_time", "us", 0.3));
        Assert.Equal(1, world.Manager.CheckMetric("db", "cache_hit_rate", "", 0.5));
        Assert.Equal(["Low::Firing", "Slow:eu:Firing", "Slow:us:Firing"], States());
        Assert.Equal("response_time of combat is 0.2, above 0.1", world.Manager.GetActiveAlerts().Single(static alert => alert.Labels.Get("region") == "eu").Annotations.Get("summary"));
        world.Manager.CheckMetric("combat", "response_time", "eu", 0.05);
        world.Manager.CheckMetric("combat", "response_time", "eu", 0.5);
        Assert.Equal(["Low::Firing", "Slow:us:Firing", "Slow:eu:Resolved"], States());
        world.Time.Pass(TimeSpan.FromMinutes(5));
        world.Manager.CheckMetric("combat", "response_time", "eu", 0.5);
        Assert.Equal(["Low::Firing", "Slow:eu:Firing", "Slow:us:Firing"], States());
        Assert.True(world.Manager.RemoveCheck("Slow"));

        IEnumerable<string> States() => world.Manager.GetActiveAlerts().Concat(world.Manager.GetResolvedAlerts()).Select(static alert => $"{alert.Name}:{alert.Labels.Get("region")}:{alert.State}");
    }

    [Fact]
    public async Task Checks_that_make_no_sense_are_refused()
    {
        await using var world = new World();
        Refused(new MetricCheck { Name = "", Metric = "m", Threshold = 1 }, "Name");
        Refused(new MetricCheck { Name = "A", Metric = " ", Threshold = 1 }, "Metric");
        Refused(new MetricCheck { Name = "A", Metric = "m", Threshold = double.NaN }, "Threshold");
        Refused(new MetricCheck { Name = "A", Metric = "m", Threshold = 1, Cooldown = TimeSpan.FromSeconds(-1) }, "Cooldown");

        void Refused(MetricCheck check, string message) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => world.Manager.AddCheck(check)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_places_of_a_check_are_no_error_of_the_code_that_checks()
    {
        await using var world = new World();
        world.Manager.AddCheck(new MetricCheck { Name = "Slow", Metric = "m", Threshold = 1 });
        for (var i = 0; i < 10_001; i++)
        {
            Assert.Equal(1, world.Manager.CheckMetric("s", "m", $"player{i}", 2));
        }

        Assert.Equal(10_000, world.Manager.GetActiveAlerts().Count);
        Assert.Throws<InvalidOperationException>(() => world.Manager.TriggerAlert(AlertSeverity.Info, "One more", "m", "s"));
    }

    [Fact]
    public void The_fingerprint_is_Alertmanagers() =>
        // FNV-1a of nothing, which is what prometheus/common gives for no labels.
        Assert.Equal("cbf29ce484222325", AlertFingerprint.Of(PromQL.Storage.Labels.Empty));

    private sealed class Sink(string name, Func<CancellationToken, Task> act) : IAlertSink
    {
        public string Name => name;

        public async ValueTask OnTransition(AlertTransition transition, CancellationToken cancellationToken) => await act(cancellationToken);
    }
}
