namespace Instrumentation.Alerting.Notifiers;

/// <summary>Why a notification is sent.</summary>
public enum NotificationReason
{
    /// <summary>An alert fires, and none of its group did before.</summary>
    FirstFiring,

    /// <summary>Another alert of the group fires.</summary>
    NewFiring,

    /// <summary>An alert has resolved.</summary>
    Resolved,

    /// <summary>Nothing has changed, but alerts fire still.</summary>
    Repeat,
}
