using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>Severities as the label <c>severity</c> has them.</summary>
internal static class AlertSeverities
{
    internal const string LabelName = "severity";

    internal static string Text(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Info => "info",
        AlertSeverity.Error => "error",
        AlertSeverity.Critical => "critical",
        _ => "warning",
    };

    internal static AlertSeverity Of(Labels labels) => labels.Get(LabelName) switch
    {
        "info" => AlertSeverity.Info,
        "error" => AlertSeverity.Error,
        "critical" => AlertSeverity.Critical,
        _ => AlertSeverity.Warning,
    };
}
