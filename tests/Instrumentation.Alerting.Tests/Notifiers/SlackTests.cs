using System.Text.Json;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Notifiers;
using Instrumentation.Alerting.Notifiers.Slack;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Tests.Notifiers;

public sealed class SlackTests
{
    private const string Address = "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX";

    [Fact]
    public void AMessageSaysWhatHowBadSinceWhenAndWhatToDo()
    {
        var message = Write(new SlackOptions { Channel = "#alerts", Username = "Game", IconEmoji = ":fire:" }, NotificationReason.FirstFiring, TestAlerts.Make("Slow", "eu", TestAlerts.Begin));
        Assert.Equal("#alerts", message.GetProperty("channel").GetString());
        Assert.Equal("Game", message.GetProperty("username").GetString());
        Assert.Equal(":fire:", message.GetProperty("icon_emoji").GetString());
        Assert.Equal("*[FIRING:1] Slow*", message.GetProperty("text").GetString());
        Assert.Equal(
            "*Slow in eu*\n`region=eu`  `severity=warning`\n"
            + "since <!date^1893456000^{date_short_pretty} {time_secs}|2030-01-01 00:00:00Z>"
            + " · <https://example.com/runbook?a=1&amp;b=2|Runbook> · <https://game.example.com/api/v1/query?query=latency%20%3E%200.1|Query>",
            Assert.Single(Sections(message)));
    }

    [Fact]
    public void OptionsThatAreNotSetAreNotSent()
    {
        var message = Write(new SlackOptions(), NotificationReason.FirstFiring, TestAlerts.Make("Slow", "eu", TestAlerts.Begin));
        Assert.Equal(["text", "attachments"], message.EnumerateObject().Select(static property => property.Name));
    }

    [Theory]
    [InlineData(AlertSeverity.Info, "#36c5f0")]
    [InlineData(AlertSeverity.Warning, "#ecb22e")]
    [InlineData(AlertSeverity.Error, "#e8590c")]
    [InlineData(AlertSeverity.Critical, "#b3001b")]
    public void TheColourIsThatOfTheWorst(AlertSeverity severity, string colour)
    {
        var worst = TestAlerts.Make("Slow", "eu", TestAlerts.Begin, severity);
        Assert.Equal(colour, Colour(Write(new SlackOptions(), NotificationReason.FirstFiring, TestAlerts.Make("Slow", "us", TestAlerts.Begin, AlertSeverity.Info), worst)));
        var over = worst with { State = AlertState.Resolved, ResolvedAt = TestAlerts.Begin.AddMinutes(1) };
        var resolved = Write(new SlackOptions(), NotificationReason.Resolved, over);
        Assert.Equal(("#2eb67d", "*[RESOLVED] Slow*"), (Colour(resolved), resolved.GetProperty("text").GetString()));
    }

    [Fact]
    public void NoLabelCallsAChannelOrFakesALink()
    {
        var alert = TestAlerts.Make("<!channel>", "a&b<https://evil.example|click>`", TestAlerts.Begin) with
        {
            Annotations = Labels.From([new("summary", "<!here> & <@U123>"), new("description", "1 < 2 > 0"), new("runbook_url", "javascript:alert(1)")]),
        };
        var message = Write(new SlackOptions(), NotificationReason.FirstFiring, alert);
        Assert.Equal("*[FIRING:1] &lt;!channel&gt;*", message.GetProperty("text").GetString());
        var text = Assert.Single(Sections(message));
        Assert.StartsWith("*&lt;!here&gt; &amp; &lt;@U123&gt;*\n1 &lt; 2 &gt; 0\n`region=a&amp;b&lt;https://evil.example|click&gt;'`", text, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("here", "<!here> ")]
    [InlineData("@channel", "<!channel> ")]
    [InlineData("U024BE7LH", "<@U024BE7LH> ")]
    [InlineData("SAZ94GDB8", "<!subteam^SAZ94GDB8> ")]
    [InlineData(null, "")]
    public void SomebodyIsCalledWhenItBeginsAndIsBadEnough(string? mention, string expected)
    {
        var options = new SlackOptions { Mention = mention };
        var critical = TestAlerts.Make("Slow", "eu", TestAlerts.Begin, AlertSeverity.Critical);
        var resolved = critical with { State = AlertState.Resolved, ResolvedAt = TestAlerts.Begin };
        Assert.Equal($"{expected}*[FIRING:1] Slow*", Write(options, NotificationReason.FirstFiring, critical).GetProperty("text").GetString());
        Assert.Equal("*[FIRING:1] Slow*", Write(options, NotificationReason.Repeat, critical).GetProperty("text").GetString());
        Assert.Equal("*[RESOLVED] Slow*", Write(options, NotificationReason.Resolved, resolved).GetProperty("text").GetString());
        var error = TestAlerts.Make("Slow", "eu", TestAlerts.Begin, AlertSeverity.Error);
        Assert.Equal("*[FIRING:1] Slow*", Write(options, NotificationReason.FirstFiring, error).GetProperty("text").GetString());
        options.MentionFrom = AlertSeverity.Error;
        Assert.Equal($"{expected}*[FIRING:1] Slow*", Write(options, NotificationReason.FirstFiring, error).GetProperty("text").GetString());
    }

    [Fact]
    public void WhatSlackWouldRefuseAsTooLongIsCutOffWhole()
    {
        var huge = TestAlerts.Make("Slow", "eu", TestAlerts.Begin) with
        {
            Name = "Slow",
            Labels = Labels.From([new("alertname", "Slow"), .. Enumerable.Range(0, 200).Select(static i => new Label($"label_{i}", new string('&', 500)))]),
            Annotations = Labels.From(
            [
                new("summary", string.Concat(Enumerable.Repeat("😀<", 3000))), new("description", new string('>', 9000)),
                new("runbook_url", "https://example.com/" + new string('a', 9000)),
            ]),
        };
        var alerts = Enumerable.Range(0, 100).Select(i => huge with { Labels = huge.Labels.With("n", $"{i}") }).ToArray();
        var message = Write(new SlackOptions { MaxAlerts = 40 }, NotificationReason.FirstFiring, alerts);
        var sections = Sections(message);
        Assert.Equal(41, sections.Count);
        Assert.Equal("_… and 60 more_", sections[^1]);
        Assert.All(sections, static text =>
        {
            Assert.InRange(text.Length, 1, 3000);
            Assert.DoesNotMatch("&(?!(amp|lt|gt);)", text);
            Assert.All(text.EnumerateRunes(), static rune => Assert.NotEqual(System.Text.Rune.ReplacementChar, rune));
        });
    }

    [Fact]
    public async Task ItIsPostedToTheWebhook()
    {
        var handler = new StubHandler();
        using var notifier = new SlackNotifier(new SlackOptions { WebhookUrl = Address, Handler = handler });
        await notifier.SendAsync(DelivererTests.Notification(), CancellationToken.None);
        Assert.Equal(new Uri(Address), Assert.Single(handler.Requests).Address);
    }

    private static JsonElement Write(SlackOptions options, NotificationReason reason, params Alert[] alerts) =>
        JsonDocument.Parse(SlackMessage.Write(WebhookTests.Compose(reason, alerts), options)).RootElement;

    private static string? Colour(JsonElement message) => message.GetProperty("attachments")[0].GetProperty("color").GetString();

    private static List<string> Sections(JsonElement message) =>
        [.. message.GetProperty("attachments")[0].GetProperty("blocks").EnumerateArray().Select(static block => block.GetProperty("text").GetProperty("text").GetString()!)];
}
