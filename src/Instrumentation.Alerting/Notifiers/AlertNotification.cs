using Instrumentation.Alerting.Lifecycle;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Notifiers;

/// <summary>What a notifier is to tell: a group of alerts and why now. Immutable.</summary>
public sealed record AlertNotification
{
    /// <summary>
    /// Names this notification. Attempts to deliver one and the same have one and the same, so that a receiver can recognise what it has already had.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The notifier's name.</summary>
    public required string Receiver { get; init; }

    /// <summary><see cref="AlertState.Firing"/> while any of the alerts fires, else <see cref="AlertState.Resolved"/>.</summary>
    public required AlertState Status { get; init; }

    /// <summary>Why it is sent.</summary>
    public required NotificationReason Reason { get; init; }

    /// <summary>What makes the group that group, as Alertmanager writes it: <c>{}:{alertname="SlowCombat"}</c>. The same for all notifications about it.</summary>
    public required string GroupKey { get; init; }

    /// <summary>The labels by which alerts are grouped, with the values of this group.</summary>
    public required Labels GroupLabels { get; init; }

    /// <summary>The labels that all alerts have in common.</summary>
    public required Labels CommonLabels { get; init; }

    /// <summary>The annotations that all alerts have in common.</summary>
    public required Labels CommonAnnotations { get; init; }

    /// <summary>The group's firing alerts and those that have resolved since it was last told of; firing ones first, then by labels.</summary>
    public required IReadOnlyList<NotifiedAlert> Alerts { get; init; }

    /// <summary>Where this process can be reached from outside; empty if that is not known.</summary>
    public string ExternalUrl { get; init; } = "";

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How bad the worst of the firing alerts is; of all alerts if none fires.</summary>
    public AlertSeverity Severity =>
        Alerts.Where(alert => Status == AlertState.Resolved || alert.IsFiring).Select(static alert => alert.Alert.Severity).DefaultIfEmpty(AlertSeverity.Info).Max();
}
