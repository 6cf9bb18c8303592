namespace Instrumentation.Alerting.Rules;

/// <summary>Rules that are evaluated one after the other at the same times. Immutable.</summary>
public sealed record RuleGroup
{
    /// <summary>The name; with <see cref="Source"/> it is the group's identity.</summary>
    public required string Name { get; init; }

    /// <summary>Where it comes from: the path of a rule file, <c>code</c>, <c>configuration</c>, or the name of an assembly.</summary>
    public string Source { get; init; } = "code";

    /// <summary>The time between evaluations, above zero; null for <see cref="AlertingOptions.EvaluationInterval"/>.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>The most alerts or series that one rule may give; 0 for any number.</summary>
    public int Limit { get; init; }

    /// <summary>How far back in time the rules look, so that late samples are seen; from zero up.</summary>
    public TimeSpan QueryOffset { get; init; }

    /// <summary>The rules, in order of evaluation.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }
}
