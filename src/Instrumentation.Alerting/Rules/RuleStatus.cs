using Instrumentation.Alerting.Lifecycle;

namespace Instrumentation.Alerting.Rules;

/// <summary>A rule and what became of it, as it was at one moment. Immutable.</summary>
public sealed record RuleStatus
{
    /// <summary>The rule: an <see cref="AlertRule"/> or a <see cref="RecordingRule"/>.</summary>
    public required Rule Rule { get; init; }

    /// <summary>How the last evaluation went.</summary>
    public RuleHealth Health { get; init; }

    /// <summary>Why the last evaluation failed; null if it did not.</summary>
    public string? LastError { get; init; }

    /// <summary>When it was last evaluated; null if never.</summary>
    public DateTimeOffset? LastEvaluation { get; init; }

    /// <summary>How long the last evaluation took.</summary>
    public TimeSpan EvaluationDuration { get; init; }

    /// <summary>The furthest that one of its alerts has come: firing, pending or inactive. Inactive for a recording rule.</summary>
    public AlertState State { get; init; }

    /// <summary>Its pending and firing alerts.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];
}
