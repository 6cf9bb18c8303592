namespace Instrumentation.Rules;

/// <summary>
/// An alert rule with everything worked out: what the build makes of an <see cref="AlertRuleAttribute"/>, and what code hands to the rule engine. Not to be changed once it is
/// handed over, its arrays included; then safe to use from any thread.
/// </summary>
public sealed record AlertRuleDefinition
{
    /// <summary>The alert's name, the value of the label <c>alertname</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The condition as canonical PromQL; each series of its result is one alert.</summary>
    public required string Expression { get; init; }

    /// <summary>The condition as it was written, when that was something else than <see cref="Expression"/>.</summary>
    public string? Condition { get; init; }

    /// <summary>How long the condition must hold before the alert fires; zero for at once.</summary>
    public TimeSpan For { get; init; }

    /// <summary>How long the alert goes on firing after the condition is gone; zero for not at all.</summary>
    public TimeSpan KeepFiringFor { get; init; }

    /// <summary>How bad it is: the value of the label <c>severity</c>.</summary>
    public AlertSeverity Severity { get; init; } = AlertSeverity.Warning;

    /// <summary>One line for whoever is alerted, as a Prometheus template.</summary>
    public string? Summary { get; init; }

    /// <summary>More lines, as <see cref="Summary"/>.</summary>
    public string? Description { get; init; }

    /// <summary>Where it is written what to do: an absolute URL.</summary>
    public string? Runbook { get; init; }

    /// <summary>For how long after it has resolved the alert does not fire again; zero for no such pause.</summary>
    public TimeSpan Cooldown { get; init; }

    /// <summary>
    /// Canonical PromQL that must have a result for a firing alert to resolve; null when it resolves once <see cref="Expression"/> has none. A result speaks for
    /// the alerts whose labels agree with all of its own.
    /// </summary>
    public string? ResolveExpression { get; init; }

    /// <summary>More labels of the alert, in the order of declaration. Values are templates.</summary>
    public (string Name, string Value)[] Labels { get; init; } = [];

    /// <summary>
    /// The names of the series that both expressions read, suffixes such as <c>_bucket</c> included, in ordinal order without repetition. A selector that names no metric
    /// adds none.
    /// </summary>
    public string[] Series { get; init; } = [];

    /// <summary>The group the rule belongs to; rules of one group are evaluated one after the other, in order. Null for the group of its assembly.</summary>
    public string? Group { get; init; }

    /// <summary>What declares the rule, as <c>Type.Member</c>; null for the assembly, or code.</summary>
    public string? Member { get; init; }
}
