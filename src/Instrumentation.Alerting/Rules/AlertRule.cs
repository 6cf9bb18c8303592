namespace Instrumentation.Alerting.Rules;

/// <summary>A rule that raises an alert for each series of its expression's result. Immutable.</summary>
public sealed record AlertRule : Rule
{
    /// <summary>How long the condition must hold before the alert fires; from zero up. Default: at once.</summary>
    public TimeSpan For { get; init; }

    /// <summary>How long the alert goes on firing after the condition is gone; from zero up. Default: not at all.</summary>
    public TimeSpan KeepFiringFor { get; init; }

    /// <summary>How bad it is; becomes the label <c>severity</c> unless <see cref="Rule.Labels"/> have one. Null for no label.</summary>
    public AlertSeverity? Severity { get; init; }

    /// <summary>Texts for people, such as <c>summary</c>; the values are templates.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Annotations { get; init; } = [];

    /// <summary>After an alert has resolved, it does not fire again for so long; from zero up. Default: not at all.</summary>
    public TimeSpan Cooldown { get; init; }

    /// <summary>
    /// A second threshold, in PromQL: an alert that fires resolves only when this has a result for its labels. Null: when the condition is gone.
    /// </summary>
    public string? ResolveExpression { get; init; }

    /// <summary>What becomes of a firing alert when the series are gone; null for <see cref="AlertingOptions.OnNoData"/>.</summary>
    public NoDataBehavior? OnNoData { get; init; }

    /// <summary>The condition as it was written, where <see cref="Rule.Expression"/> was made from a shorthand; null otherwise.</summary>
    public string? Condition { get; init; }

    /// <summary>The member that the rule was declared on; null if it was not declared in code.</summary>
    public string? Member { get; init; }
}
