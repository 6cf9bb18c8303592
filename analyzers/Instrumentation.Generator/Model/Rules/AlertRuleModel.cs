namespace Instrumentation.Generator.Model.Rules;

/// <summary>An alert rule with everything worked out.</summary>
internal sealed record AlertRuleModel
{
    public required string Name { get; init; }

    /// <summary>Canonical PromQL. Names of metrics whose prefix the program may change have <see cref="RulePrefix.Mark"/> in its place.</summary>
    public required string Expression { get; init; }

    /// <summary>The condition as it was written; null for one that no one wrote.</summary>
    public string? Condition { get; init; }

    /// <summary>In ticks, as are the other durations.</summary>
    public long For { get; init; }

    public long KeepFiringFor { get; init; }

    public long Cooldown { get; init; }

    /// <summary>The name of the member of AlertSeverity.</summary>
    public required string Severity { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public string? Runbook { get; init; }

    public string? ResolveExpression { get; init; }

    public EquatableArray<RuleLabel> Labels { get; init; } = EquatableArray<RuleLabel>.Empty;

    /// <summary>Names of series, marked as <see cref="Expression"/> is.</summary>
    public EquatableArray<string> Series { get; init; } = EquatableArray<string>.Empty;

    public string? Group { get; init; }

    public string? Member { get; init; }
}
