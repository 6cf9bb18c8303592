namespace Instrumentation.Alerting.Rules;

/// <summary>A rule of a group: one that alerts, or one that records. Immutable.</summary>
public abstract record Rule
{
    /// <summary>The alert's name, or the metric's that is recorded.</summary>
    public required string Name { get; init; }

    /// <summary>What is evaluated: PromQL.</summary>
    public required string Expression { get; init; }

    /// <summary>Labels put on each result. Those of an alert rule are templates.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];
}
