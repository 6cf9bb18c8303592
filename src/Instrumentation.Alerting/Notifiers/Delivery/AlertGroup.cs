using Instrumentation.Alerting.Lifecycle;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Notifiers.Delivery;

/// <summary>What a receiver knows about one group of alerts. Not thread-safe.</summary>
internal sealed class AlertGroup
{
    /// <summary>By fingerprint, the state that the receiver was last told of.</summary>
    private readonly Dictionary<string, Alert> _told = new(StringComparer.Ordinal);

    internal AlertGroup(Labels labels)
    {
        Labels = labels;
        Key = "{}:" + labels;
    }

    internal Labels Labels { get; }

    /// <summary>As Alertmanager writes it, for a group below its root route.</summary>
    internal string Key { get; }

    /// <summary>When it was last told; null if that is not known.</summary>
    internal DateTimeOffset? LastSent { get; set; }

    internal bool HasFiring => _told.Values.Any(static alert => alert.State == AlertState.Firing);

    internal bool IsEmpty => _told.Count == 0;

    /// <summary>Whether the receiver has been told of this state, or of one that came after it.</summary>
    internal bool Knows(Alert alert) =>
        _told.TryGetValue(alert.Fingerprint, out var told)
        && (told.FiredIn > alert.FiredIn || (told.FiredIn == alert.FiredIn && (alert.State == AlertState.Firing || told.State == AlertState.Resolved)));

    /// <summary>Whether the receiver believes that the alert fires.</summary>
    internal bool BelievesFiring(Alert alert) => _told.TryGetValue(alert.Fingerprint, out var told) && told.State == AlertState.Firing;

    internal void Tell(IEnumerable<NotifiedAlert> alerts, DateTimeOffset at)
    {
        LastSent = at;
        foreach (var notified in alerts)
        {
            _told[notified.Alert.Fingerprint] = notified.Alert;
        }
    }

    /// <summary>Forgets resolved alerts that no transition can concern any more.</summary>
    internal void Forget(DateTimeOffset resolvedBefore)
    {
        foreach (var (fingerprint, alert) in _told)
        {
            if (alert.State == AlertState.Resolved && alert.ResolvedAt < resolvedBefore)
            {
                _told.Remove(fingerprint);
            }
        }
    }
}
