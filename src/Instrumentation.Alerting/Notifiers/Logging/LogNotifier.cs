using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting.Notifiers.Logging;

/// <summary>Writes notifications to the log, one line for each alert that is news, at a level by its severity; resolved ones as information.</summary>
/// <param name="logger">Where they go.</param>
public sealed partial class LogNotifier(ILogger<LogNotifier> logger) : INotifier
{
    /// <inheritdoc/>
    public string Name => "log";

    /// <inheritdoc/>
    public ValueTask SendAsync(AlertNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        foreach (var notified in notification.Alerts)
        {
            var alert = notified.Alert;
            var level = notified.IsFiring ? Level(alert.Severity) : LogLevel.Information;
            if (!logger.IsEnabled(level) || (notified.IsFiring && !notified.IsNews && notification.Reason != NotificationReason.Repeat))
            {
                continue;
            }

            var labels = alert.Labels.ToString();
            var fingerprint = alert.Fingerprint;
            if (notified.IsFiring)
            {
                var summary = alert.Annotations.Get("summary");
                Firing(logger, level, alert.Name, summary, labels, alert.Value, notified.StartsAt, fingerprint);
            }
            else
            {
                var duration = alert.ResolvedAt - notified.StartsAt ?? TimeSpan.Zero;
                Resolved(logger, alert.Name, labels, duration, fingerprint);
            }
        }

        return ValueTask.CompletedTask;
    }

    private static LogLevel Level(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Info => LogLevel.Information,
        AlertSeverity.Error => LogLevel.Error,
        AlertSeverity.Critical => LogLevel.Critical,
        _ => LogLevel.Warning,
    };

    [LoggerMessage(EventId = 130, Message = "Alert {AlertName} fires: {Summary} {Labels} with value {Value}, since {Since:o} ({Fingerprint})")]
    private static partial void Firing(
        ILogger logger, LogLevel level, string alertName, string summary, string labels, double value, DateTimeOffset since, string fingerprint);

    [LoggerMessage(131, LogLevel.Information, "Alert {AlertName} has resolved: {Labels} after {Duration} ({Fingerprint})")]
    private static partial void Resolved(ILogger logger, string alertName, string labels, TimeSpan duration, string fingerprint);
}
