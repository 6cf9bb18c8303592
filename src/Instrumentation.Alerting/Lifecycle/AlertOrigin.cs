namespace Instrumentation.Alerting.Lifecycle;

/// <summary>What raised an alert.</summary>
public enum AlertOrigin
{
    /// <summary>A rule, at one of its evaluations.</summary>
    Rule,

    /// <summary>Code, by <see cref="AlertManager.TriggerAlert"/>.</summary>
    Manual,

    /// <summary>A value that code handed over to be checked.</summary>
    Check,
}
