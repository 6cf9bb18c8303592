namespace Instrumentation.Alerting.Rules;

/// <summary>How a rule's last evaluation went. In APIs it reads <c>unknown</c>, <c>ok</c>, <c>err</c>.</summary>
public enum RuleHealth
{
    /// <summary>It has not been evaluated.</summary>
    Unknown,

    /// <summary>It has a result.</summary>
    Ok,

    /// <summary>It failed; <see cref="RuleStatus.LastError"/> says why.</summary>
    Failed,
}
