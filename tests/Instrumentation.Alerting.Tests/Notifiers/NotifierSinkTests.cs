using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Notifiers;
using Instrumentation.Alerting.Notifiers.Delivery;
using Instrumentation.Metrics;
using Instrumentation.Tests.Monitoring;

namespace Instrumentation.Alerting.Tests.Notifiers;

public sealed class NotifierSinkTests
{
    private readonly ManualTime _time = new();
    private readonly TestAlerts _alerts = new();
    private readonly RecordingNotifier _notifier = new();

    [Fact]
    public async Task FiringAndResolvedAreTold()
    {
        using var sink = Make();
        await TellAsync(sink, _alerts.Fire("Slow", "eu", Now));
        _time.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(sink, _alerts.Resolve("Slow", "eu", Now));
        Assert.Equal([(AlertState.Firing, NotificationReason.FirstFiring), (AlertState.Resolved, NotificationReason.Resolved)], Told());
        Assert.Equal("{}:{alertname=\"Slow\"}", _notifier.Sent[0].GroupKey);
        Assert.Equal(["recording", "recording"], _notifier.Sent.Select(static sent => sent.Receiver));
        Assert.Equal(2, _notifier.Sent.Select(static sent => sent.Id).Distinct().Count());
        Assert.Equal(Now, _notifier.Sent[1].Alerts[0].EndsAt);
        Assert.Null(_notifier.Sent[0].Alerts[0].EndsAt);
    }

    [Fact]
    public async Task AlertsOfOneGroupThatFireTogetherAreOneMessage()
    {
        using var sink = Make();
        AlertTransition[] transitions = [.. ((string[])["eu", "us", "asia"]).Select(region => _alerts.Fire("Slow", region, Now))];
        var other = _alerts.Fire("Lost", "eu", Now);
        foreach (var transition in (AlertTransition[])[.. transitions, other])
        {
            await TellAsync(sink, transition);
        }

        Assert.Equal(["Slow", "Lost"], _notifier.Sent.Select(static sent => sent.GroupLabels.Get("alertname")));
        Assert.Equal(["asia", "eu", "us"], _notifier.Sent[0].Alerts.Select(static alert => alert.Alert.Labels.Get("region")));
        Assert.All(_notifier.Sent[0].Alerts, static alert => Assert.True(alert.IsNews));
        Assert.Equal("{alertname=\"Slow\", severity=\"warning\"}", _notifier.Sent[0].CommonLabels.ToString());
        Assert.Equal("{runbook_url=\"https://example.com/runbook?a=1&b=2\"}", _notifier.Sent[0].CommonAnnotations.ToString());
    }

    [Fact]
    public async Task ANewAlertOfTheGroupIsToldWithThoseThatFireStill()
    {
        using var sink = Make();
        await TellAsync(sink, _alerts.Fire("Slow", "eu", Now));
        _time.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(sink, _alerts.Fire("Slow", "us", Now, AlertSeverity.Critical));
        _time.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(sink, _alerts.Resolve("Slow", "eu", Now));
        Assert.Equal(
            [(AlertState.Firing, NotificationReason.FirstFiring), (AlertState.Firing, NotificationReason.NewFiring), (AlertState.Firing, NotificationReason.Resolved)], Told());
        Assert.Equal([("eu", false), ("us", true)], _notifier.Sent[1].Alerts.Select(static alert => (alert.Alert.Labels.Get("region"), alert.IsNews)));
        Assert.Equal([("us", true), ("eu", false)], _notifier.Sent[2].Alerts.Select(static alert => (alert.Alert.Labels.Get("region"), alert.IsFiring)));
        Assert.Equal(AlertSeverity.Critical, _notifier.Sent[2].Severity);
    }

    [Fact]
    public async Task WhatHappenedWhileTheReceiverWasAwayIsNotToldTwice()
    {
        using var sink = Make();
        AlertTransition[] waiting =
        [
            _alerts.Fire("Slow", "eu", Now), _alerts.Fire("Slow", "us", Now), _alerts.Resolve("Slow", "us", Now.AddMinutes(1)), _alerts.Fire("Slow", "us", Now.AddMinutes(2)),
        ];
        foreach (var transition in waiting)
        {
            await TellAsync(sink, transition);
        }

        // The first message told of the newest state already.
        Assert.Single(_notifier.Sent);
        await TellAsync(sink, _alerts.Resolve("Slow", "us", Now.AddMinutes(3)));
        Assert.Equal(2, _notifier.Sent.Count);
    }

    [Fact]
    public async Task PendingAndLesserAlertsAreNotTold()
    {
        using var sink = Make(new NotifierOptions { MinimumSeverity = AlertSeverity.Error, SendResolved = false });
        await TellAsync(sink, _alerts.Fire("Slow", "eu", Now));
        var firing = _alerts.Fire("Lost", "eu", Now, AlertSeverity.Error);
        await TellAsync(sink, firing with { From = AlertState.Inactive, To = AlertState.Pending });
        await TellAsync(sink, firing);
        await TellAsync(sink, _alerts.Resolve("Lost", "eu", Now, AlertSeverity.Error));
        Assert.Equal("Lost", Assert.Single(_notifier.Sent).GroupLabels.Get("alertname"));
    }

    [Fact]
    public async Task WhatFiresStillIsRepeatedInItsInterval()
    {
        using var sink = Make();
        await TellAsync(sink, _alerts.Fire("Slow", "eu", Now));
        _time.Advance(TimeSpan.FromHours(3.9));
        Assert.Single(_notifier.Sent);
        _time.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal((AlertState.Firing, NotificationReason.Repeat), Told()[^1]);
        Assert.Equal(2, _notifier.Sent.Count);
        _time.Advance(TimeSpan.FromHours(8.1));
        Assert.Equal(4, _notifier.Sent.Count);
        await TellAsync(sink, _alerts.Resolve("Slow", "eu", Now));
        _time.Advance(TimeSpan.FromHours(20));
        Assert.Equal(5, _notifier.Sent.Count);
    }

    [Fact]
    public async Task AfterARestartTheRhythmGoesOnAndNothingIsToldAgain()
    {
        var firing = _alerts.Fire("Slow", "eu", Now);
        _time.Advance(TimeSpan.FromHours(5));
        using var sink = Make();
        _time.Advance(TimeSpan.FromHours(2.9));
        Assert.Empty(_notifier.Sent);
        _time.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal(NotificationReason.Repeat, Assert.Single(_notifier.Sent).Reason);

        // Handed over again, because nobody knew whether it had been told: it is told.
        using var other = Make();
        _time.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(other, firing);
        Assert.Equal(2, _notifier.Sent.Count);
    }

    [Fact]
    public async Task AfterARestartWhatWasToldBeforeIsNoNews()
    {
        _alerts.Fire("Slow", "eu", Now);
        var waiting = _alerts.Fire("Slow", "us", Now);
        _time.Advance(TimeSpan.FromMinutes(1));
        using var sink = Make();
        _time.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(sink, _alerts.Fire("Slow", "asia", Now));
        Assert.Equal([("asia", true), ("eu", false), ("us", false)], News(0));
        Assert.Equal(NotificationReason.NewFiring, _notifier.Sent[0].Reason);

        // That of which nobody knew whether it had been told is told all the same.
        await TellAsync(sink, waiting);
        Assert.Equal([("asia", false), ("eu", false), ("us", true)], News(1));
        _time.Advance(TimeSpan.FromHours(4.1));
        Assert.Equal([("asia", false), ("eu", false), ("us", false)], News(2));

        IEnumerable<(string, bool)> News(int index) => _notifier.Sent[index].Alerts.Select(static alert => (alert.Alert.Labels.Get("region"), alert.IsNews));
    }

    [Fact]
    public async Task AProcessThatKeepsNoStateDoesNotNameNotificationsTwice()
    {
        using var first = Make();
        await TellAsync(first, _alerts.Fire("Slow", "eu", Now));
        _time.Advance(TimeSpan.FromMinutes(1));
        using var second = Make();
        var alerts = new TestAlerts();
        await TellAsync(second, alerts.Fire("Slow", "eu", Now));
        Assert.NotEqual(_notifier.Sent[0].Id, _notifier.Sent[1].Id);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task AClockThatIsSetHidesAndRepeatsNothing(int hours)
    {
        using var sink = Make();
        await TellAsync(sink, _alerts.Fire("Slow", "eu", Now));
        _time.Advance(TimeSpan.FromMinutes(1));

        // The manager moves its alerts along; what was told bears the times from before.
        _alerts.Shift(TimeSpan.FromHours(hours));
        await TellAsync(sink, _alerts.Fire("Slow", "us", Now.AddHours(hours)));
        Assert.Equal([("eu", false), ("us", true)], _notifier.Sent[1].Alerts.Select(static alert => (alert.Alert.Labels.Get("region"), alert.IsNews)));
        _time.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(sink, _alerts.Resolve("Slow", "eu", Now.AddHours(hours)));
        Assert.Equal(NotificationReason.Resolved, _notifier.Sent[2].Reason);
        await TellAsync(sink, _alerts.Fire("Slow", "eu", Now.AddHours(hours)));
        Assert.Equal(4, _notifier.Sent.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task WhatIsLongOverIsForgotten(int hours)
    {
        using var sink = Make(new NotifierOptions { RepeatInterval = TimeSpan.FromHours(hours) });
        await TellAsync(sink, _alerts.Fire("Slow", "eu", Now));
        await TellAsync(sink, _alerts.Resolve("Slow", "eu", Now.AddMinutes(1)));
        Assert.Equal(1, sink.GroupCount);
        _time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, sink.GroupCount);
        Assert.Equal(2, _notifier.Sent.Count);
    }

    [Fact]
    public async Task AnAlertWhoseTransitionWaitsIsNotTakenForTold()
    {
        using var sink = Make();
        var firing = _alerts.Fire("Slow", "eu", Now);
        _time.Advance(TimeSpan.FromMinutes(1)); // A look for repetitions comes first.
        await TellAsync(sink, firing);
        Assert.Equal(NotificationReason.FirstFiring, Assert.Single(_notifier.Sent).Reason);
    }

    [Fact]
    public async Task WhatCouldNotBeDeliveredDoesNotHoldUpTheNext()
    {
        var failing = new RecordingNotifier(new NotificationException("no", isTransient: false));
        using var sink = new NotifierSink(failing, new NotifierOptions(), _alerts, "", _alerts.Sequence, _time, new ListLogger<NotifierSink>(), new InstrumentRegistry());
        await TellAsync(sink, _alerts.Fire("Slow", "eu", Now));
        await TellAsync(sink, _alerts.Fire("Lost", "eu", Now));
        Assert.Equal("Lost", Assert.Single(failing.Sent).GroupLabels.Get("alertname"));
    }

    private DateTimeOffset Now => _time.GetUtcNow();

    private NotifierSink Make(NotifierOptions? options = null) =>
        new(_notifier, options ?? new NotifierOptions(), _alerts, "https://game.example.com/", _alerts.Sequence, _time, new ListLogger<NotifierSink>(), new InstrumentRegistry());

    private static ValueTask TellAsync(NotifierSink sink, AlertTransition transition) => sink.OnTransition(transition, CancellationToken.None);

    private List<(AlertState, NotificationReason)> Told() => [.. _notifier.Sent.Select(static sent => (sent.Status, sent.Reason))];
}
