using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Notifiers.Webhook;

/// <summary>The JSON of Alertmanager's webhook (notify/webhook and template.Data), version 4.</summary>
internal static class WebhookJson
{
    // How Go writes a time that is not set.
    private const string NoTime = "0001-01-01T00:00:00Z";

    internal static ReadOnlyMemory<byte> Write(AlertNotification notification, int maxAlerts)
    {
        var shown = maxAlerts == 0 ? notification.Alerts.Count : Math.Min(maxAlerts, notification.Alerts.Count);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("receiver", notification.Receiver);
            json.WriteString("status", Text(notification.Status == AlertState.Firing));
            json.WriteStartArray("alerts");
            foreach (var alert in notification.Alerts.Take(shown))
            {
                Write(json, alert);
            }

            json.WriteEndArray();
            Write(json, "groupLabels", notification.GroupLabels);
            Write(json, "commonLabels", notification.CommonLabels);
            Write(json, "commonAnnotations", notification.CommonAnnotations);
            json.WriteString("externalURL", notification.ExternalUrl);
            json.WriteString("version", "4");
            json.WriteString("groupKey", notification.GroupKey);
            json.WriteNumber("truncatedAlerts", notification.Alerts.Count - shown);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, NotifiedAlert alert)
    {
        json.WriteStartObject();
        json.WriteString("status", Text(alert.IsFiring));
        Write(json, "labels", alert.Alert.Labels);
        Write(json, "annotations", alert.Alert.Annotations);
        json.WriteString("startsAt", Text(alert.StartsAt));
        json.WriteString("endsAt", alert.EndsAt is { } end ? Text(end) : NoTime);
        json.WriteString("generatorURL", alert.GeneratorUrl);
        json.WriteString("fingerprint", alert.Alert.Fingerprint);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string property, Labels labels)
    {
        json.WriteStartObject(property);
        foreach (ref readonly var label in labels.Span)
        {
            json.WriteString(label.Name, label.Value);
        }

        json.WriteEndObject();
    }

    private static string Text(bool isFiring) => isFiring ? "firing" : "resolved";

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
