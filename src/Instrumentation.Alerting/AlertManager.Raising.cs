using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;

namespace Instrumentation.Alerting;

/// <content>Alerts raised by code.</content>
public sealed partial class AlertManager
{
    /// <summary>Raises an alert by hand, firing at once. Raised again under the same title and source it is the same alert, and nobody is told again.</summary>
    /// <param name="level">How bad it is. At another level it is another alert, and the earlier one resolves.</param>
    /// <param name="title">The alert's name.</param>
    /// <param name="message">One line for whoever is alerted.</param>
    /// <param name="source">Which part of the system says so.</param>
    /// <param name="metric">The metric that it is about, if it is about one.</param>
    /// <param name="value">The metric's value.</param>
    /// <param name="threshold">The value that it should not have passed.</param>
    /// <param name="context">What else is worth knowing; becomes annotations.</param>
    /// <returns>The alert.</returns>
    /// <exception cref="InvalidOperationException">10,000 alerts under other titles and sources are firing or have resolved in the last 15 minutes.</exception>
    public Alert TriggerAlert(
        AlertSeverity level,
        string title,
        string message,
        string source,
        string? metric = null,
        double value = 0,
        double threshold = 0,
        IEnumerable<KeyValuePair<string, object?>>? context = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentNullException.ThrowIfNull(message);
        var raised = new RaisedAlert(level, title, message, source, "", metric, value, threshold, context);
        var alert = _raised.Raise(raised, AlertOrigin.Manual, _time.GetUtcNow(), _options.ManualAlertExpiry);
        Changed();
        return alert
            ?? throw new InvalidOperationException($"More than {RaisedAlerts.Most} alerts were raised by hand; resolve those that are over, and keep what varies out of titles.");
    }

    /// <summary>Resolves an alert that was raised by hand.</summary>
    /// <param name="title">The title it was raised under.</param>
    /// <param name="source">The source it was raised under.</param>
    /// <returns>Whether there was one firing.</returns>
    public bool ResolveAlert(string title, string source)
    {
        var resolved = _raised.Resolve(title, source, "", _time.GetUtcNow());
        Changed();
        return resolved;
    }

    /// <summary>Adds a check, or changes that of the same name.</summary>
    /// <param name="check">The check.</param>
    /// <exception cref="ArgumentException">It has no name or metric, no number for a threshold, or a negative cooldown.</exception>
    public void AddCheck(MetricCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentException.ThrowIfNullOrWhiteSpace(check.Name);
        ArgumentException.ThrowIfNullOrWhiteSpace(check.Metric);
        if (double.IsNaN(check.Threshold) || check.Cooldown < TimeSpan.Zero || !Enum.IsDefined(check.Operator) || !Enum.IsDefined(check.Severity))
        {
            throw new ArgumentException(
                $"The check '{check.Name}' has Threshold {check.Threshold}, Cooldown {check.Cooldown:c}, Operator {check.Operator} and Severity {check.Severity}: "
                + "the threshold must be a number, the cooldown not negative, and the others one of their names.",
                nameof(check));
        }

        _checks.Add(check);
    }

    /// <summary>Removes a check.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether there was one.</returns>
    public bool RemoveCheck(string name) => _checks.Remove(name);

    /// <summary>Holds a value against the checks of a metric: raises an alert for each that it violates, and resolves those that it does not.</summary>
    /// <remarks>When 10,000 alerts under other names, services and regions fire or have resolved in the last 15 minutes, no further one is raised; the log says so.</remarks>
    /// <param name="service">Which service measured it; the alert's source.</param>
    /// <param name="metric">The metric's name, as the checks have it.</param>
    /// <param name="region">Where; each region has alerts of its own. Empty for none.</param>
    /// <param name="value">The value, in the unit of the checks' thresholds.</param>
    /// <returns>How many checks it violates.</returns>
    public int CheckMetric(string service, string metric, string region, double value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        ArgumentException.ThrowIfNullOrWhiteSpace(metric);
        var violated = _checks.Check(service, metric, region ?? "", value, _time.GetUtcNow());
        Changed();
        return violated;
    }
}
