using Instrumentation.Alerting.Export;
using Instrumentation.Alerting.Notifiers.Slack;
using Instrumentation.Alerting.Notifiers.Webhook;

namespace Instrumentation.Alerting.Tests.Export;

public sealed class AlertmanagerExportTests
{
    private const string Secret = "s3cr3tT0k3n";

    public static TheoryData<SlackOptions?, WebhookOptions?> Receivers() => new()
    {
        { null, null },
        { new SlackOptions(), new WebhookOptions() },
        { new SlackOptions { WebhookUrl = $"https://hooks.slack.com/services/{Secret}" }, null },
        {
            new SlackOptions
            {
                WebhookUrlFile = "/run/secrets/slack url", Channel = "#alerts", Username = "Game: 'live'", IconEmoji = ":fire:", Mention = "here", MinimumSeverity = AlertSeverity.Error,
                RepeatInterval = TimeSpan.FromHours(1), SendResolved = false,
            },
            new WebhookOptions { Url = $"https://example.com/{Secret}", Authorization = $"Bearer {Secret}", MaxAlerts = 7, RepeatInterval = TimeSpan.Zero }
        },
        { null, new WebhookOptions { UrlFile = "/run/secrets/hook" } },
    };

    [Theory]
    [MemberData(nameof(Receivers))]
    public async Task AmtoolTakesItAndItHoldsNoSecret(SlackOptions? slack, WebhookOptions? webhook)
    {
        var yaml = AlertmanagerExport.ToYaml(slack, webhook);
        Assert.DoesNotContain(Secret, yaml, StringComparison.Ordinal);
        Assert.SkipUnless(File.Exists(Tools.Amtool), "amtool is not installed.");
        var (code, output) = await Tools.RunAsync(Tools.Amtool, ["check-config", "alertmanager.yml"], ("alertmanager.yml", yaml));
        Assert.True(code == 0, output + yaml);
        Assert.Contains("4 receivers", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("critical", "critical")]
    [InlineData("error", "error")]
    [InlineData("info", "info")]
    [InlineData("unheard-of", "warning")]
    public async Task AlertsGoTheWayOfTheirSeverity(string severity, string receiver)
    {
        Assert.SkipUnless(File.Exists(Tools.Amtool), "amtool is not installed.");
        var (code, output) = await Tools.RunAsync(
            Tools.Amtool, ["config", "routes", "test", "--config.file=alertmanager.yml", $"severity={severity}"], ("alertmanager.yml", AlertmanagerExport.ToYaml(null, null)));
        Assert.Equal((0, receiver), (code, output.Split('\n')[0]));
    }

    [Theory]
    [InlineData($"Bearer {Secret}", "          authorization:\n            credentials_file: /etc/alertmanager/secrets/webhook-token\n")]
    [InlineData($"ApiKey {Secret}", "          authorization:\n            type: ApiKey\n            credentials_file: /etc/alertmanager/secrets/webhook-token\n")]
    [InlineData($"Basic {Secret}", "          basic_auth:\n            username: put-the-name-here\n            password_file: /etc/alertmanager/secrets/webhook-password\n")]
    [InlineData(Secret, "          # Alertmanager has no way to send a token without a scheme before it, as the process does.\n")]
    public async Task TheWebhooksSchemeIsKept(string authorization, string expected)
    {
        var yaml = AlertmanagerExport.ToYaml(null, new WebhookOptions { UrlFile = "/run/secrets/hook", Authorization = authorization });
        Assert.Contains(expected, yaml, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, yaml, StringComparison.Ordinal);
        Assert.SkipUnless(File.Exists(Tools.Amtool), "amtool is not installed.");
        var (code, output) = await Tools.RunAsync(Tools.Amtool, ["check-config", "alertmanager.yml"], ("alertmanager.yml", yaml));
        Assert.True(code == 0, output + yaml);
    }

    [Fact]
    public void ReceiversAreToldOfWhatTheyAreToldOfInTheProcess()
    {
        var yaml = AlertmanagerExport.ToYaml(new SlackOptions { WebhookUrlFile = "/run/slack", MinimumSeverity = AlertSeverity.Error }, null);
        foreach (var (severity, isTold) in ((string, bool)[])[("critical", true), ("error", true), ("warning", false), ("info", false)])
        {
            var receiver = yaml[yaml.IndexOf($"  - name: {severity}\n", StringComparison.Ordinal)..];
            var end = receiver.IndexOf("  - name:", 4, StringComparison.Ordinal);
            Assert.Equal(isTold, (end < 0 ? receiver : receiver[..end]).Contains("slack_configs:\n      - api_url_file: '/run/slack'", StringComparison.Ordinal));
        }
    }
}
