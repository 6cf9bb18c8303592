using Instrumentation.Alerting.Notifiers;
using Instrumentation.Alerting.Notifiers.Slack;
using Instrumentation.Metrics;
using Instrumentation.Tests.Monitoring;

namespace Instrumentation.Alerting.Tests.Notifiers;

public sealed class AlertManagerNotifierTests
{
    [Fact]
    public async Task WhatIsRaisedByHandArrivesAndNothingIsLostAtAShutdown()
    {
        var first = new RecordingNotifier { Name = "first" };
        var second = new RecordingNotifier(new NotificationException("no", isTransient: false)) { Name = "second" };
        await using (var manager = new AlertManager(time: new ManualTime(), registry: new InstrumentRegistry()))
        {
            manager.AddNotifier(first);
            manager.AddNotifier(second);
            manager.TriggerAlert(AlertSeverity.Critical, "Server Down", "us-west-1 does not answer", "game-server", "health_check", 0, 1);
            manager.ResolveAlert("Server Down", "game-server");
            manager.TriggerAlert(AlertSeverity.Info, "Deployed", "1.2.3", "pipeline");
        }

        // Disposal waits until everything is delivered.
        Assert.Equal(["Server Down", "Server Down", "Deployed"], first.Sent.Select(static sent => sent.GroupLabels.Get("alertname")));
        Assert.Equal(3, second.Attempts);
    }

    [Fact]
    public async Task ARemovedNotifierHearsNothingAndItsNameIsFreeAgain()
    {
        var notifier = new RecordingNotifier();
        await using (var manager = new AlertManager(time: new ManualTime(), registry: new InstrumentRegistry()))
        {
            var removal = manager.AddNotifier(notifier);
            Assert.Throws<ArgumentException>(() => manager.AddNotifier(notifier));
            removal.Dispose();
            manager.TriggerAlert(AlertSeverity.Error, "Lost", "1", "test");
            manager.AddNotifier(notifier);
            manager.TriggerAlert(AlertSeverity.Error, "Kept", "2", "test");
        }

        Assert.Equal(["Kept"], notifier.Sent.Select(static sent => sent.GroupLabels.Get("alertname")));
    }

    [Fact]
    public async Task TheSettingsANotifierWasMadeWithHold()
    {
        var handler = new StubHandler();
        using var slack = new SlackNotifier(new SlackOptions { WebhookUrl = "https://hooks.example.com/x", MinimumSeverity = AlertSeverity.Critical, Handler = handler });
        await using (var manager = new AlertManager(time: new ManualTime(), registry: new InstrumentRegistry()))
        {
            manager.AddNotifier(slack);
            manager.TriggerAlert(AlertSeverity.Error, "Lesser", "1", "test");
            manager.TriggerAlert(AlertSeverity.Critical, "Worse", "2", "test");
        }

        Assert.Contains("Worse", Assert.Single(handler.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptionsOutOfRangeAreNamed()
    {
        await using var manager = new AlertManager(registry: new InstrumentRegistry());
        var exception = Assert.Throws<ArgumentException>(() => manager.AddNotifier(
            new RecordingNotifier(), new NotifierOptions { RepeatInterval = TimeSpan.FromSeconds(1), Timeout = TimeSpan.Zero, RetryFor = TimeSpan.FromDays(2) }));
        Assert.Contains("recording:RepeatInterval is '00:00:01' but must be 0 (never) or from 1 minute to 30 days.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("recording:Timeout", exception.Message, StringComparison.Ordinal);
        Assert.Contains("recording:RetryFor", exception.Message, StringComparison.Ordinal);
    }
}
