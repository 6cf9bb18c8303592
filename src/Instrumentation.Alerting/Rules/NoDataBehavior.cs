namespace Instrumentation.Alerting.Rules;

/// <summary>What becomes of a firing alert when the series that its rule reads are no longer there.</summary>
public enum NoDataBehavior
{
    /// <summary>It resolves, as in Prometheus: a condition that gives no result is gone.</summary>
    Resolve,

    /// <summary>It goes on firing until there are samples again and the condition is not met.</summary>
    Keep,
}
