namespace Instrumentation.Alerting.Rules;

/// <summary>How a value is compared with a threshold; what it says is what is wrong.</summary>
public enum CheckOperator
{
    /// <summary>The value is above the threshold.</summary>
    Above,

    /// <summary>The value is the threshold, or above it.</summary>
    AtLeast,

    /// <summary>The value is below the threshold.</summary>
    Below,

    /// <summary>The value is the threshold, or below it.</summary>
    AtMost,
}
