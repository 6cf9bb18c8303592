namespace Instrumentation.Alerting.Rules;

/// <summary>A group and what became of it, as it was at one moment. Immutable.</summary>
public sealed record RuleGroupStatus
{
    /// <summary>The group.</summary>
    public required RuleGroup Group { get; init; }

    /// <summary>The time between evaluations.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>When it was last evaluated; null if never.</summary>
    public DateTimeOffset? LastEvaluation { get; init; }

    /// <summary>How long the last evaluation of all its rules took.</summary>
    public TimeSpan EvaluationDuration { get; init; }

    /// <summary>How many evaluations were skipped, because the one before had not ended or the process was held up.</summary>
    public long MissedEvaluations { get; init; }

    /// <summary>Its rules, in order of evaluation.</summary>
    public required IReadOnlyList<RuleStatus> Rules { get; init; }
}
