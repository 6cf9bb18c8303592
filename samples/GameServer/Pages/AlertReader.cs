using Instrumentation.Alerting;
using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Storage;

namespace GameServer.Pages;

/// <summary>Reads what the rule engine has found, for the page.</summary>
public sealed class AlertReader(IAlerts alerts, TimeProvider time)
{
    public int RuleCount => alerts.GetGroups().Sum(group => group.Rules.Count(rule => rule.Rule is AlertRule));

    /// <summary>The alerts that are pending or firing, the worst first.</summary>
    public IReadOnlyList<AlertStatus> Active() =>
    [
        .. from alert in alerts.GetActiveAlerts()
           orderby alert.State descending, alert.Severity descending, alert.Name
           select new AlertStatus(
               alert.Name,
               alert.Severity,
               alert.State,
               (time.GetUtcNow() - alert.ActiveAt).TotalSeconds,
               alert.Annotations.Get("summary"),
               Describe(alert.Labels)),
    ];

    // What tells it from others of its name.
    private static string Describe(Labels labels)
    {
        var parts = new List<string>();
        foreach (var label in labels.Span)
        {
            if (label.Name is not "alertname" and not "severity" and not Labels.MetricName)
            {
                parts.Add($"{label.Name} {label.Value}");
            }
        }

        return string.Join(", ", parts);
    }
}
