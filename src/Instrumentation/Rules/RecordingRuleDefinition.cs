namespace Instrumentation.Rules;

/// <summary>
/// A recording rule: the result of an expression becomes series under a name of their own. Not to be changed once it is handed over, its arrays included; then safe to use
/// from any thread.
/// </summary>
public sealed record RecordingRuleDefinition
{
    /// <summary>The name of the series; by custom <c>level:metric:operations</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Canonical PromQL.</summary>
    public required string Expression { get; init; }

    /// <summary>Labels that the series are given in addition, or in place of their own.</summary>
    public (string Name, string Value)[] Labels { get; init; } = [];

    /// <summary>The names of the series that the expression reads, as in <see cref="AlertRuleDefinition.Series"/>.</summary>
    public string[] Series { get; init; } = [];

    /// <summary>The group the rule belongs to, within which it is evaluated before the alert rules. Null for the group of its assembly.</summary>
    public string? Group { get; init; }

    /// <summary>What declares the rule, as <c>Type.Member</c>; null for code.</summary>
    public string? Member { get; init; }
}
