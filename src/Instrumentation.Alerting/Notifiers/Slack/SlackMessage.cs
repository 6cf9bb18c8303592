using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Instrumentation.Alerting.Lifecycle;

namespace Instrumentation.Alerting.Notifiers.Slack;

/// <summary>A notification as a Slack message: a line of text, and below it an attachment in the colour of its severity with a block for each alert.</summary>
internal static class SlackMessage
{
    // Slack refuses a section of more than 3,000 characters and a message of more than 50 blocks.
    private const int MostOfSection = 3_000;
    private const int MostOfTitle = 250;
    private const int MostOfSummary = 700;
    private const int MostOfDescription = 1_200;
    private const int MostOfLabel = 120;
    private const int MostLinks = 600;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static ReadOnlyMemory<byte> Write(AlertNotification notification, SlackOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            Optional(json, "channel", options.Channel);
            Optional(json, "username", options.Username);
            Optional(json, "icon_emoji", options.IconEmoji);
            json.WriteString("text", Title(notification, options));
            json.WriteStartArray("attachments");
            json.WriteStartObject();
            json.WriteString("color", Colour(notification));
            json.WriteStartArray("blocks");
            foreach (var alert in notification.Alerts.Take(options.MaxAlerts))
            {
                Section(json, Describe(alert));
            }

            if (notification.Alerts.Count > options.MaxAlerts)
            {
                Section(json, $"_… and {notification.Alerts.Count - options.MaxAlerts} more_");
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static string Title(AlertNotification notification, SlackOptions options)
    {
        var isFiring = notification.Status == AlertState.Firing;
        var firing = notification.Alerts.Count(static alert => alert.IsFiring);
        var name = SlackText.Escape(notification.GroupLabels.Get("alertname"), MostOfTitle);
        var title = isFiring ? $"*[FIRING:{firing}] {name}*" : $"*[RESOLVED] {name}*";

        // Nobody is woken up to hear that it is over, or the same again.
        var calls = isFiring && !string.IsNullOrEmpty(options.Mention)
            && notification.Reason is NotificationReason.FirstFiring or NotificationReason.NewFiring
            && notification.Alerts.Any(alert => alert is { IsNews: true, IsFiring: true } && alert.Alert.Severity >= options.MentionFrom);
        return calls ? $"{SlackText.Mention(options.Mention!)} {title}" : title;
    }

    private static string Describe(NotifiedAlert notified)
    {
        var alert = notified.Alert;
        var text = new StringBuilder();
        var summary = alert.Annotations.Get("summary");
        text.Append(notified.IsFiring ? "*" : ":white_check_mark: *").Append(SlackText.Escape(summary.Length > 0 ? summary : alert.Name, MostOfSummary)).Append('*');
        if (alert.Annotations.Get("description") is { Length: > 0 } description)
        {
            text.Append('\n').Append(SlackText.Escape(description, MostOfDescription));
        }

        var labels = new StringBuilder();
        foreach (ref readonly var label in alert.Labels.Span)
        {
            if (label.Name == "alertname")
            {
                continue;
            }

            var piece = $"{SlackText.Escape($"{label.Name}={label.Value}".Replace('`', '\''), MostOfLabel)}";
            if (text.Length + labels.Length + piece.Length > MostOfSection - MostLinks)
            {
                labels.Append("  …");
                break;
            }

            labels.Append(labels.Length == 0 ? "" : "  ").Append('`').Append(piece).Append('`');
        }

        if (labels.Length > 0)
        {
            text.Append('\n').Append(labels);
        }

        var time = notified.EndsAt ?? notified.StartsAt;
        text.Append(CultureInfo.InvariantCulture, $"\n{(notified.IsFiring ? "since" : "until")} <!date^{time.ToUnixTimeSeconds()}^{{date_short_pretty}} {{time_secs}}|{time.UtcDateTime:u}>");
        foreach (var (address, name) in ((string, string)[])[(alert.Annotations.Get("runbook_url"), "Runbook"), (notified.GeneratorUrl, "Query")])
        {
            // A link that is cut off leads nowhere.
            if (SlackText.Link(address, name) is { } link && link.StartsWith('<') && text.Length + link.Length + 3 <= MostOfSection)
            {
                text.Append(" · ").Append(link);
            }
        }

        return text.ToString();
    }

    private static string Colour(AlertNotification notification) => (notification.Status, notification.Severity) switch
    {
        (AlertState.Resolved, _) => "#2eb67d",
        (_, AlertSeverity.Critical) => "#b3001b",
        (_, AlertSeverity.Error) => "#e8590c",
        (_, AlertSeverity.Warning) => "#ecb22e",
        _ => "#36c5f0",
    };

    private static void Section(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", "section");
        json.WriteStartObject("text");
        json.WriteString("type", "mrkdwn");
        json.WriteString("text", text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string property, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(property, value);
        }
    }
}
