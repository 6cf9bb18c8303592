using System.Net.Sockets;
using Instrumentation.Alerting.Notifiers;
using Instrumentation.Alerting.Notifiers.Delivery;
using Instrumentation.Metrics;
using Instrumentation.Tests.Monitoring;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting.Tests.Notifiers;

public sealed class DelivererTests
{
    private readonly ManualTime _time = new();
    private readonly InstrumentRegistry _registry = new();
    private readonly ListLogger<DelivererTests> _logger = new();

    public static TheoryData<Exception> Transient() =>
    [
        new HttpRequestException(), new IOException(), new SocketException(), new TimeoutException(), new NotificationException("later", isTransient: true),
    ];

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task WhatMayWorkLaterIsTriedAgain(Exception failure)
    {
        var notifier = new RecordingNotifier(failure, failure, failure);
        Assert.True(await RunAsync(Make(notifier)));
        Assert.Equal(4, notifier.Attempts);
        Assert.Equal((1, 3, 0), Counts());
        Assert.Single(_logger.Lines); // One line a minute for all attempts.
        Assert.Equal(LogLevel.Warning, _logger.Lines[0].Level);
    }

    [Fact]
    public async Task WhatIsRefusedIsNotTriedAgain()
    {
        var notifier = new RecordingNotifier(new NotificationException("slack answered 404: no_service", isTransient: false));
        Assert.False(await RunAsync(Make(notifier)));
        Assert.Equal(1, notifier.Attempts);
        Assert.Equal((0, 0, 1), Counts());
        var (level, text) = Assert.Single(_logger.Lines);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains("after 1 attempts: slack answered 404: no_service", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMistakeInTheNotifierIsNotTriedAgainAndIsFoundByItsPlace()
    {
        Assert.False(await RunAsync(Make(new RecordingNotifier(new InvalidOperationException("https://secret")))));
        Assert.Contains("InvalidOperationException in the notifier", _logger.Lines[0].Text, StringComparison.Ordinal);
        Assert.Contains(nameof(RecordingNotifier), _logger.Lines[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _logger.Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItGivesUpWhenTheTimeIsUp()
    {
        var notifier = new RecordingNotifier([.. Enumerable.Repeat(new IOException(), 1000)]);
        var began = _time.GetUtcNow();
        Assert.False(await RunAsync(Make(notifier, new NotifierOptions { RetryFor = TimeSpan.FromMinutes(10) })));
        Assert.InRange(_time.GetUtcNow() - began, TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(11));
        Assert.InRange(notifier.Attempts, 12, 30);
        Assert.Equal(1, Counts().Failed);
    }

    [Fact]
    public async Task TheReceiversWishToBeLeftAloneIsHeard()
    {
        var notifier = new RecordingNotifier(new NotificationException("busy", isTransient: true, TimeSpan.FromMinutes(5)));
        var delivery = Make(notifier).DeliverAsync(Notification(), CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Equal(1, notifier.Attempts);
        _time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.True(await delivery);
    }

    [Fact]
    public async Task ANotifierThatHangsIsLeftBehindAndTriedAgain()
    {
        var never = new TaskCompletionSource();
        var notifier = new RecordingNotifier { Hold = never.Task };
        var delivery = Make(notifier).DeliverAsync(Notification(), CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(10));
        notifier.Hold = Task.CompletedTask;
        Assert.True(await FinishAsync(delivery));
        Assert.Equal(2, notifier.Attempts);
    }

    [Fact]
    public async Task ShutdownEndsTheWaitAndIsNotTakenForAFailure()
    {
        using var stopping = new CancellationTokenSource();
        var delivery = Make(new RecordingNotifier(new IOException())).DeliverAsync(Notification(), stopping.Token);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivery);
        Assert.Equal(0, Counts().Failed);
    }

    [Fact]
    public void WaitsGrowAreSpreadAndEnd()
    {
        Assert.Equal(TimeSpan.FromSeconds(0.5), Backoff.After(1, null, 0));
        Assert.Equal(TimeSpan.FromSeconds(1), Backoff.After(1, null, 1));
        Assert.Equal(TimeSpan.FromSeconds(4), Backoff.After(3, null, 1));
        Assert.Equal(TimeSpan.FromMinutes(1), Backoff.After(1000, null, 1));
        Assert.Equal(TimeSpan.FromMinutes(2), Backoff.After(1, TimeSpan.FromMinutes(2), 1));
    }

    internal static AlertNotification Notification() => new NotificationComposer("recording", "", TimeProvider.System).Compose(
        "id",
        NotificationReason.FirstFiring,
        new AlertGroup(PromQL.Storage.Labels.From([new("alertname", "Slow")])),
        [(TestAlerts.Make("Slow", "eu", TestAlerts.Begin), true)]);

    private Deliverer Make(INotifier notifier, NotifierOptions? options = null) => new(notifier, options ?? new NotifierOptions(), _time, _logger, _registry);

    private Task<bool> RunAsync(Deliverer deliverer) => FinishAsync(deliverer.DeliverAsync(Notification(), CancellationToken.None));

    private async Task<bool> FinishAsync(Task<bool> delivery)
    {
        while (!delivery.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await delivery;
    }

    private (double Sent, double Retries, double Failed) Counts()
    {
        using var snapshot = _registry.Snapshot();
        double Value(string name) => snapshot.Value(name, ("notifier", "recording"))!.Value;
        return (Value("instrumentation_notifications_sent_total"), Value("instrumentation_notification_retries_total"),
            Value("instrumentation_notifications_failed_total"));
    }
}
