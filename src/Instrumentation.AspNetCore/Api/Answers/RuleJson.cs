using System.Text.Json;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.AspNetCore.Api.Answers;

/// <summary>Rules and alerts as JSON (RuleGroup, AlertingRule, RecordingRule and Alert in web/api/v1/api.go).</summary>
internal static class RuleJson
{
    internal static void Write(ApiWriter writer, RuleGroupStatus group, IReadOnlyList<RuleStatus> rules, bool withoutAlerts)
    {
        var json = writer.Json;
        json.WriteStartObject();
        json.WriteString("name", group.Group.Name);
        json.WriteString("file", group.Group.Source);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            Write(writer, rule, withoutAlerts);
        }

        json.WriteEndArray();
        json.WriteNumber("interval", group.Interval.TotalSeconds);
        json.WriteNumber("limit", group.Group.Limit);
        Evaluation(json, group.EvaluationDuration, group.LastEvaluation);
        json.WriteEndObject();
    }

    internal static void Write(ApiWriter writer, Alert alert)
    {
        var json = writer.Json;
        json.WriteStartObject();
        writer.Labels("labels", alert.Labels);
        writer.Labels("annotations", alert.Annotations);
        json.WriteString("state", Text(alert.State));
        json.WriteString("activeAt", ApiNumbers.Rfc3339(alert.ActiveAt));
        if (alert.KeepFiringSince is { } since)
        {
            json.WriteString("keepFiringSince", ApiNumbers.Rfc3339(since));
        }

        json.WriteString("value", ApiNumbers.Exponential(alert.Value));
        json.WriteEndObject();
    }

    private static void Write(ApiWriter writer, RuleStatus status, bool withoutAlerts)
    {
        var json = writer.Json;
        var alert = status.Rule as AlertRule;
        json.WriteStartObject();
        if (alert is not null)
        {
            json.WriteString("state", Text(status.State));
        }

        json.WriteString("name", status.Rule.Name);
        json.WriteString("query", status.Rule.Expression);
        if (alert is not null)
        {
            json.WriteNumber("duration", alert.For.TotalSeconds);
            json.WriteNumber("keepFiringFor", alert.KeepFiringFor.TotalSeconds);
            writer.Labels("labels", RuleLabels(alert));
            writer.Labels("annotations", Labels.From(alert.Annotations.Select(static pair => new Label(pair.Key, pair.Value))));
            json.WriteStartArray("alerts");
            foreach (var active in withoutAlerts ? [] : status.Alerts)
            {
                Write(writer, active);
            }

            json.WriteEndArray();
        }
        else if (status.Rule.Labels.Count > 0)
        {
            writer.Labels("labels", Labels.From(status.Rule.Labels.Select(static pair => new Label(pair.Key, pair.Value))));
        }

        json.WriteString("health", status.Health switch { RuleHealth.Ok => "ok", RuleHealth.Failed => "err", _ => "unknown" });
        if (status.LastError is not null)
        {
            writer.Text("lastError", status.LastError);
        }

        Evaluation(json, status.EvaluationDuration, status.LastEvaluation);
        json.WriteString("type", alert is null ? "recording" : "alerting");
        json.WriteEndObject();
    }

    private static void Evaluation(Utf8JsonWriter json, TimeSpan duration, DateTimeOffset? last)
    {
        json.WriteNumber("evaluationTime", duration.TotalSeconds);
        // How Go writes a time that is not set.
        json.WriteString("lastEvaluation", last is { } time ? ApiNumbers.Rfc3339(time) : "0001-01-01T00:00:00Z");
    }

    /// <summary>The labels that the rule puts on its alerts, the severity among them.</summary>
    private static Labels RuleLabels(AlertRule rule)
    {
        var labels = Labels.From(rule.Labels.Select(static pair => new Label(pair.Key, pair.Value)));
        return rule.Severity is { } severity && labels.Get("severity").Length == 0 ? labels.With("severity", Text(severity)) : labels;
    }

    private static string Text(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Info => "info",
        AlertSeverity.Error => "error",
        AlertSeverity.Critical => "critical",
        _ => "warning",
    };

    private static string Text(AlertState state) => state switch
    {
        AlertState.Pending => "pending",
        AlertState.Firing => "firing",
        _ => "inactive",
    };
}
