namespace Instrumentation.Alerting.Lifecycle;

/// <summary>What code says about an alert that it raises.</summary>
internal sealed record RaisedAlert(
    AlertSeverity Severity,
    string Title,
    string Message,
    string Source,
    string Region,
    string? Metric,
    double Value,
    double Threshold,
    IEnumerable<KeyValuePair<string, object?>>? Context);
