using System.Text;
using Instrumentation.Alerting.Export.Yaml;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Notifiers;
using Instrumentation.Alerting.Notifiers.Slack;
using Instrumentation.Alerting.Notifiers.Webhook;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.Alerting.Export;

/// <summary>
/// Writes a configuration of Alertmanager that tells the same receivers of the same alerts: a route for each severity. Secrets are never written, but where to put them. Thread-safe.
/// </summary>
public static class AlertmanagerExport
{
    private const string SecretFolder = "/etc/alertmanager/secrets/";

    /// <summary>The configuration, <c>alertmanager.yml</c>.</summary>
    /// <param name="slack">Slack's settings; null if it is not told of alerts.</param>
    /// <param name="webhook">The generic webhook's settings; null if it is not told of alerts.</param>
    /// <returns>YAML, accepted by <c>amtool check-config</c> of Alertmanager 0.25 and later.</returns>
    public static string ToYaml(SlackOptions? slack, WebhookOptions? webhook)
    {
        slack = slack is { IsConfigured: true } ? slack : null;
        webhook = webhook is { IsConfigured: true } ? webhook : null;
        var text = new StringBuilder(
            """
            # Made from the notifiers of the program by Instrumentation; a change made here is lost when it is made again.
            route:
              # Alerts without a severity are treated as warnings, as in the process.
              receiver: warning
              group_by: [alertname]
              group_wait: 30s
              group_interval: 5m
              repeat_interval: 4h
              routes:

            """);
        foreach (var severity in Enum.GetValues<AlertSeverity>().Reverse())
        {
            var name = AlertSeverities.Text(severity);
            text.Append("    - matchers: ['severity=\"").Append(name).Append("\"']\n      receiver: ").Append(name).Append('\n');
            if (RepeatInterval(severity, slack, webhook) is { } repeat)
            {
                text.Append("      repeat_interval: ").Append(DurationText.Format((long)repeat.TotalMilliseconds)).Append('\n');
            }
        }

        text.Append("receivers:\n");
        foreach (var severity in Enum.GetValues<AlertSeverity>().Reverse())
        {
            text.Append("  - name: ").Append(AlertSeverities.Text(severity)).Append('\n');
            if (slack is not null && severity >= slack.MinimumSeverity)
            {
                Write(text, slack, severity);
            }

            if (webhook is not null && severity >= webhook.MinimumSeverity)
            {
                Write(text, webhook);
            }
        }

        return text.ToString();
    }

    // Alertmanager knows one interval for each route: the shortest, so that nobody hears less often than in the process.
    private static TimeSpan? RepeatInterval(AlertSeverity severity, params NotifierOptions?[] notifiers) => notifiers
        .OfType<NotifierOptions>()
        .Where(options => severity >= options.MinimumSeverity && options.RepeatInterval > TimeSpan.Zero)
        .Select(static options => (TimeSpan?)options.RepeatInterval)
        .Min();

    private static void Write(StringBuilder text, SlackOptions slack, AlertSeverity severity)
    {
        text.Append("    slack_configs:\n      - api_url_file: ").Append(YamlText.Scalar(slack.WebhookUrlFile ?? SecretFolder + "slack-webhook-url")).Append('\n');
        Optional(text, "channel", slack.Channel);
        Optional(text, "username", slack.Username);
        Optional(text, "icon_emoji", slack.IconEmoji);
        text.Append("        send_resolved: ").Append(slack.SendResolved ? "true" : "false").Append('\n');
        var colour = severity switch { AlertSeverity.Critical => "#b3001b", AlertSeverity.Error => "#e8590c", AlertSeverity.Warning => "#ecb22e", _ => "#36c5f0" };
        text.Append("        color: '{{ if eq .Status \"firing\" }}").Append(colour).Append("{{ else }}#2eb67d{{ end }}'\n");
        var mention = !string.IsNullOrEmpty(slack.Mention) && severity >= slack.MentionFrom ? $"{{{{ if eq .Status \"firing\" }}}}{SlackText.Mention(slack.Mention)} {{{{ end }}}}" : "";
        text.Append("        title: '{{ if eq .Status \"firing\" }}[FIRING:{{ .Alerts.Firing | len }}]{{ else }}[RESOLVED]{{ end }} {{ .GroupLabels.alertname }}'\n");
        text.Append("        text: ").Append(YamlText.Scalar(
            mention + "{{ range .Alerts }}*{{ .Annotations.summary }}*\n{{ with .Annotations.description }}{{ . }}\n{{ end }}"
            + "{{ with .Annotations.runbook_url }}<{{ . }}|Runbook>\n{{ end }}{{ end }}")).Append('\n');
    }

    private static void Write(StringBuilder text, WebhookOptions webhook)
    {
        text.Append("    webhook_configs:\n");
        text.Append("      # The address is a secret and not shown. From Alertmanager 0.26 on it can be read from a file:\n");
        text.Append("      # url_file: ").Append(YamlText.Scalar(webhook.UrlFile ?? SecretFolder + "webhook-url")).Append('\n');
        text.Append("      - url: 'https://put-the-address-here.invalid/'\n");
        text.Append("        send_resolved: ").Append(webhook.SendResolved ? "true" : "false").Append('\n');
        if (webhook.MaxAlerts > 0)
        {
            text.Append("        max_alerts: ").Append(webhook.MaxAlerts.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append('\n');
        }

        if (!string.IsNullOrWhiteSpace(webhook.Authorization))
        {
            text.Append("        http_config:\n").Append(Authorization(webhook.Authorization));
        }
    }

    // Of the header only the scheme is no secret; where there is none, all of it is.
    private static string Authorization(string header)
    {
        var words = header.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var scheme = words.Length > 1 ? words[0] : "";
        return scheme.ToUpperInvariant() switch
        {
            "" => "          # Alertmanager has no way to send a token without a scheme before it, as the process does.\n          follow_redirects: false\n",
            "BASIC" => $"          basic_auth:\n            username: put-the-name-here\n            password_file: {SecretFolder}webhook-password\n",
            "BEARER" => $"          authorization:\n            credentials_file: {SecretFolder}webhook-token\n",
            _ => $"          authorization:\n            type: {YamlText.Scalar(scheme)}\n            credentials_file: {SecretFolder}webhook-token\n",
        };
    }

    private static void Optional(StringBuilder text, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append("        ").Append(key).Append(": ").Append(YamlText.Scalar(value)).Append('\n');
        }
    }
}
