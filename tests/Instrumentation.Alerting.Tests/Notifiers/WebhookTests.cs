using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Notifiers;
using Instrumentation.Alerting.Notifiers.Delivery;
using Instrumentation.Alerting.Notifiers.Webhook;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Tests.Notifiers;

public sealed class WebhookTests
{
    private static readonly Uri s_address = new("https://hooks.example.com/notify");

    [Fact]
    public async Task TheJsonIsThatOfAlertmanager()
    {
        var handler = new StubHandler();
        using var notifier = new WebhookNotifier(new WebhookOptions { Url = s_address.ToString(), Authorization = "Bearer abc", Handler = handler });
        var firing = TestAlerts.Make("Slow", "eu", TestAlerts.Begin.AddMilliseconds(500));
        var resolved = TestAlerts.Make("Slow", "us", TestAlerts.Begin) with { State = AlertState.Resolved, ResolvedAt = TestAlerts.Begin.AddMinutes(5) };
        await notifier.SendAsync(Compose(NotificationReason.FirstFiring, firing, resolved), CancellationToken.None);

        var (address, authorization, body) = Assert.Single(handler.Requests);
        Assert.Equal((s_address, "Bearer abc"), (address, authorization));
        const string Expected = """
            {
              "receiver": "test", "status": "firing",
              "alerts": [
                {
                  "status": "firing",
                  "labels": { "alertname": "Slow", "region": "eu", "severity": "warning" },
                  "annotations": { "runbook_url": "https://example.com/runbook?a=1&b=2", "summary": "Slow in eu" },
                  "startsAt": "2030-01-01T00:00:00.5Z", "endsAt": "0001-01-01T00:00:00Z",
                  "generatorURL": "https://game.example.com/api/v1/query?query=latency%20%3E%200.1", "fingerprint": "$eu"
                },
                {
                  "status": "resolved",
                  "labels": { "alertname": "Slow", "region": "us", "severity": "warning" },
                  "annotations": { "runbook_url": "https://example.com/runbook?a=1&b=2", "summary": "Slow in us" },
                  "startsAt": "2030-01-01T00:00:00Z", "endsAt": "2030-01-01T00:05:00Z",
                  "generatorURL": "https://game.example.com/api/v1/query?query=latency%20%3E%200.1", "fingerprint": "$us"
                }
              ],
              "groupLabels": { "alertname": "Slow" },
              "commonLabels": { "alertname": "Slow", "severity": "warning" },
              "commonAnnotations": { "runbook_url": "https://example.com/runbook?a=1&b=2" },
              "externalURL": "https://game.example.com", "version": "4",
              "groupKey": "{}:{alertname=\"Slow\"}", "truncatedAlerts": 0
            }
            """;
        Assert.Equal(
            Normal(Expected.Replace("$eu", firing.Fingerprint, StringComparison.Ordinal).Replace("$us", resolved.Fingerprint, StringComparison.Ordinal)), Normal(body));
    }

    [Fact]
    public async Task WhatIsTooMuchIsCounted()
    {
        var handler = new StubHandler();
        using var notifier = new WebhookNotifier(new WebhookOptions { Url = s_address.ToString(), MaxAlerts = 2, Handler = handler });
        await notifier.SendAsync(
            Compose(NotificationReason.FirstFiring, [.. Enumerable.Range(0, 5).Select(static i => TestAlerts.Make("Slow", $"r{i}", TestAlerts.Begin))]), CancellationToken.None);
        using var json = JsonDocument.Parse(handler.Requests[0].Body);
        Assert.Equal((2, 3), (json.RootElement.GetProperty("alerts").GetArrayLength(), json.RootElement.GetProperty("truncatedAlerts").GetInt32()));
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(204, null)]
    [InlineData(301, false)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    public async Task TheStatusSaysWhetherToTryAgain(int status, bool? isTransient)
    {
        using var notifier = new WebhookNotifier(new WebhookOptions
        {
            Url = s_address.ToString(),
            Handler = new StubHandler(_ =>
            {
                var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("because") };
                response.Headers.TryAddWithoutValidation("Retry-After", "17");
                return response;
            }),
        });
        var failure = await Record.ExceptionAsync(() => notifier.SendAsync(DelivererTests.Notification(), CancellationToken.None).AsTask());
        var exception = failure as NotificationException;
        Assert.Equal(isTransient, exception?.IsTransient);
        if (exception is not null)
        {
            Assert.Equal(TimeSpan.FromSeconds(17), exception.RetryAfter);
            Assert.StartsWith($"hooks.example.com answered {status}", exception.Message, StringComparison.Ordinal);
            Assert.EndsWith("because", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheAddressIsReadAnewFromItsFile()
    {
        var file = Path.GetTempFileName();
        var handler = new StubHandler();
        using var notifier = new WebhookNotifier(new WebhookOptions { UrlFile = file, Handler = handler });
        foreach (var address in (string[])["https://one.example.com/a", "https://two.example.com/b"])
        {
            await File.WriteAllTextAsync(file, address + "\n");
            await notifier.SendAsync(DelivererTests.Notification(), CancellationToken.None);
        }

        Assert.Equal(["one.example.com", "two.example.com"], handler.Requests.Select(static request => request.Address.Host));
        File.Delete(file);
        var exception = await Assert.ThrowsAsync<NotificationException>(() => notifier.SendAsync(DelivererTests.Notification(), CancellationToken.None).AsTask());
        Assert.True(exception.IsTransient);
        Assert.Contains("UrlFile", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARealRequestIsNeitherTracedNorRedirected()
    {
        using var listener = Listen(out var address);
        var activities = new List<string>();
        using var watcher = new ActivityListener
        {
            ShouldListenTo = static source => source.Name.StartsWith("System.Net.Http", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => activities.Add(activity.OperationName),
        };
        ActivitySource.AddActivityListener(watcher);
        using var notifier = new WebhookNotifier(new WebhookOptions { Url = $"{address}secret-path" });
        var send = notifier.SendAsync(DelivererTests.Notification(), CancellationToken.None).AsTask();
        var request = await listener.GetContextAsync();
        Assert.Null(request.Request.Headers["traceparent"]);
        request.Response.StatusCode = 302;
        request.Response.RedirectLocation = $"{address}elsewhere";
        request.Response.Close();
        var exception = await Assert.ThrowsAsync<NotificationException>(() => send);
        Assert.False(exception.IsTransient);
        Assert.Contains("redirects are not followed", exception.Message, StringComparison.Ordinal);
        Assert.Empty(activities);
    }

    [Fact]
    public async Task AReceiverThatCannotBeReachedIsTriedAgain()
    {
        // Nobody else can listen at a port that is taken, and nobody does.
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var notifier = new WebhookNotifier(new WebhookOptions { Url = $"http://{taken.LocalEndPoint}/secret-path" });
        var exception = await Assert.ThrowsAsync<NotificationException>(() => notifier.SendAsync(DelivererTests.Notification(), CancellationToken.None).AsTask());
        Assert.Equal((true, "127.0.0.1 could not be reached (ConnectionError)"), (exception.IsTransient, exception.Message));
    }

    internal static AlertNotification Compose(NotificationReason reason, params Alert[] alerts) => new NotificationComposer("test", "https://game.example.com/", TimeProvider.System)
        .Compose("id-1", reason, new AlertGroup(Labels.From([new("alertname", alerts[0].Name)])), alerts.Select(static alert => (alert, true)));

    private static string Normal(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json));

    private static HttpListener Listen(out string address)
    {
        for (var attempt = 1; ; attempt++)
        {
            var listener = new HttpListener();
            address = $"http://127.0.0.1:{FreePort()}/";
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Somebody else has taken the port meanwhile.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
