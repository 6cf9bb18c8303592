using Instrumentation.Alerting.Lifecycle;

namespace Instrumentation.Alerting.Notifiers;

/// <summary>An alert as a notification tells of it. Immutable.</summary>
/// <param name="Alert">The alert, firing or resolved.</param>
/// <param name="IsNews">Whether the alert is the reason for the notification, rather than known to the receiver.</param>
/// <param name="GeneratorUrl">Where to look at the expression behind it; empty if that is not known.</param>
public sealed record NotifiedAlert(Alert Alert, bool IsNews, string GeneratorUrl)
{
    /// <summary>Whether it fires; if not, it has resolved.</summary>
    public bool IsFiring => Alert.State == AlertState.Firing;

    /// <summary>Since when it fires.</summary>
    public DateTimeOffset StartsAt => Alert.FiredAt ?? Alert.ActiveAt;

    /// <summary>When it was over; null while it fires.</summary>
    public DateTimeOffset? EndsAt => IsFiring ? null : Alert.ResolvedAt;
}
