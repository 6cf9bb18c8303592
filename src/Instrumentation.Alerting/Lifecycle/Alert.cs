using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>An alert as it was at one moment. Immutable.</summary>
public sealed record Alert
{
    /// <summary>The alert's name: its label <c>alertname</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What makes it that alert: the result's labels without the metric's name, the rule's labels, and <c>alertname</c>.</summary>
    public required Labels Labels { get; init; }

    /// <summary>The texts for people, templates expanded at the last evaluation that found it active.</summary>
    public Labels Annotations { get; init; } = Labels.Empty;

    /// <summary>How far it has come.</summary>
    public required AlertState State { get; init; }

    /// <summary>What raised it.</summary>
    public AlertOrigin Origin { get; init; }

    /// <summary>How bad it is, by its label <c>severity</c>; warning where that is missing or says something else.</summary>
    public AlertSeverity Severity { get; init; } = AlertSeverity.Warning;

    /// <summary>The group of the rule; empty if it was raised by hand.</summary>
    public string Group { get; init; } = "";

    /// <summary>The rule's expression; empty if it was raised by hand.</summary>
    public string Expression { get; init; } = "";

    /// <summary>The value of the rule's expression at the last evaluation that found it active.</summary>
    public double Value { get; init; }

    /// <summary>Since when its condition holds.</summary>
    public DateTimeOffset ActiveAt { get; init; }

    /// <summary>When it began to fire; null if it has not.</summary>
    public DateTimeOffset? FiredAt { get; init; }

    /// <summary>When it was over; null if it is not.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Since when it goes on firing although its condition is gone; null while the condition holds.</summary>
    public DateTimeOffset? KeepFiringSince { get; init; }

    /// <summary>Until when a receiver may take it for active without hearing of it again; for a resolved one, when it was over.</summary>
    public DateTimeOffset ValidUntil { get; init; }

    /// <summary>The number of the transition by which it began to fire; 0 before. It tells one firing from another whatever the clock was set to meanwhile.</summary>
    internal long FiredIn { get; init; }

    /// <summary>The hash of the labels, 16 hexadecimal digits; the very one that Alertmanager has for them.</summary>
    public string Fingerprint => AlertFingerprint.Of(Labels);
}
