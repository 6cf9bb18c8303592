using System.Buffers;
using System.Net;
using System.Text;
using Instrumentation.Alerting.Notifiers;
using Instrumentation.Alerting.Notifiers.Delivery;
using Instrumentation.Alerting.Notifiers.Slack;
using Instrumentation.Alerting.Notifiers.Webhook;
using Instrumentation.Exposition;
using Instrumentation.Metrics;
using Instrumentation.Tests.Monitoring;

namespace Instrumentation.Alerting.Tests.Notifiers;

/// <summary>Addresses and tokens are in no log, no metric and no error, whatever goes wrong.</summary>
public sealed class SecretTests
{
    private const string Secret = "s3cr3tT0k3nXXXXXXXX";
    private const string Address = $"https://hooks.slack.com/services/T000000/{Secret}?key={Secret}";

    public static TheoryData<string> Mishaps() => ["exception", "inner", "status", "html", "timeout", "unexpected"];

    [Theory]
    [MemberData(nameof(Mishaps))]
    public async Task NothingIsGivenAway(string mishap)
    {
        var time = new ManualTime();
        var registry = new InstrumentRegistry();
        var logger = new ListLogger<SecretTests>();
        var handler = new StubHandler(request => mishap switch
        {
            "exception" => throw new HttpRequestException(HttpRequestError.ConnectionError, $"Connection refused ({request.RequestUri})"),
            "inner" => throw new HttpRequestException("x", new IOException($"{request.RequestUri} {request.Headers.Authorization}")),
            "status" => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent($"no such {request.RequestUri!.PathAndQuery}") },
            "html" => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent($"<p>{Secret} {request.Headers.Authorization}\r\n</p>") },
            "timeout" => throw new TimeoutException($"{request.RequestUri}"),
            _ => throw new InvalidOperationException($"{request.RequestUri}"),
        });
        using var slack = new SlackNotifier(new SlackOptions { WebhookUrl = Address, Handler = handler });
        using var webhook = new WebhookNotifier(new WebhookOptions { Url = Address, Authorization = $"Bearer {Secret}", Handler = handler });
        foreach (var notifier in (INotifier[])[slack, webhook])
        {
            var options = new NotifierOptions { RetryFor = TimeSpan.FromMinutes(5) };
            var delivery = new Deliverer(notifier, options, time, logger, registry).DeliverAsync(DelivererTests.Notification(), CancellationToken.None);
            while (!delivery.IsCompleted)
            {
                time.Advance(TimeSpan.FromSeconds(5));
                await Task.Yield();
            }

            Assert.False(await delivery);
        }

        Assert.NotEmpty(logger.Lines);
        Assert.All(logger.Lines, static line => AssertClean(line.Text));
        var metrics = new ArrayBufferWriter<byte>();
        using (var snapshot = registry.Snapshot())
        {
            MetricsExposition.Write(snapshot, ExpositionFormat.OpenMetrics, metrics, []);
        }

        AssertClean(Encoding.UTF8.GetString(metrics.WrittenSpan));
    }

    [Theory]
    [InlineData("not an address " + Secret)]
    [InlineData("ftp://example.com/" + Secret)]
    [InlineData("/services/" + Secret)]
    public void ARefusedAddressIsNotShown(string address)
    {
        foreach (var make in (Func<IDisposable>[])
            [() => new SlackNotifier(new SlackOptions { WebhookUrl = address }), () => new WebhookNotifier(new WebhookOptions { Url = address })])
        {
            var exception = Assert.Throws<ArgumentException>(make);
            Assert.Contains("must be an absolute http:// or https:// address", exception.Message, StringComparison.Ordinal);
            AssertClean(exception.ToString());
        }
    }

    [Fact]
    public void OptionsDoNotPrintWhatTheyHold()
    {
        AssertClean(new SlackOptions { WebhookUrl = Address }.ToString()!);
        AssertClean(new WebhookOptions { Url = Address, Authorization = Secret }.ToString()!);
    }

    private static void AssertClean(string text) => Assert.DoesNotContain(Secret, text, StringComparison.OrdinalIgnoreCase);
}
