namespace Instrumentation.PromQL.Conditions;

/// <summary>What the shorthands of a condition stand for.</summary>
public enum SubjectKind
{
    /// <summary>Nothing: the condition must be PromQL.</summary>
    None,

    /// <summary>A monitored operation: its durations, failures, cancellations and calls in flight.</summary>
    Operation,

    /// <summary>A counter.</summary>
    Counter,

    /// <summary>A number that goes up and down by additions.</summary>
    UpDownCounter,

    /// <summary>A value that is set.</summary>
    Gauge,

    /// <summary>A histogram.</summary>
    Histogram,
}
