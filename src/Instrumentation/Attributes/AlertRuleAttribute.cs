namespace Instrumentation;

/// <summary>
/// Declares an alert rule, which the build checks, the process evaluates, and Prometheus can evaluate with the same answer. On a monitored operation, a metric or an
/// event the shorthands stand for that member; on a type or the assembly the condition is PromQL.
/// </summary>
/// <param name="name">The alert's name, in CamelCase as is the custom: <c>SlowCombat</c>.</param>
/// <param name="condition">
/// A shorthand, such as <c>p95 &gt; 100ms</c> or <c>error_ratio &gt; 5% over 10m</c>, or a full PromQL expression whose result is what is wrong.
/// </param>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method
    | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter,
    Inherited = false,
    AllowMultiple = true)]
public sealed class AlertRuleAttribute(string name, string condition) : Attribute
{
    /// <summary>The alert's name.</summary>
    public string Name { get; } = name;

    /// <summary>The condition as written.</summary>
    public string Condition { get; } = condition;

    /// <summary>How long the condition must hold before the alert fires, as in <c>"1m"</c>; at once when left out.</summary>
    public string? For { get; set; }

    /// <summary>How long the alert goes on firing after the condition is gone, as in <c>"5m"</c>; not at all when left out.</summary>
    public string? KeepFiringFor { get; set; }

    /// <summary>How bad it is: the label <c>severity</c>. Warning when left out.</summary>
    public AlertSeverity Severity { get; set; } = AlertSeverity.Warning;

    /// <summary>One line for whoever is alerted. A Prometheus template: <c>{{ $value }}</c>, <c>{{ $labels.region }}</c>, <c>humanize</c> and its kin.</summary>
    public string? Summary { get; set; }

    /// <summary>More lines, as <see cref="Summary"/>.</summary>
    public string? Description { get; set; }

    /// <summary>Where it is written what to do: an absolute URL.</summary>
    public string? Runbook { get; set; }

    /// <summary>After it has resolved, the alert does not fire again for so long, as in <c>"5m"</c>.</summary>
    public string? Cooldown { get; set; }

    /// <summary>
    /// A second threshold: once firing, the alert resolves only when this holds, as in <c>"p95 &lt; 80ms"</c>. When left out, it resolves when the condition is gone.
    /// </summary>
    public string? ResolveWhen { get; set; }

    /// <summary>More labels of the alert, each as <c>name=value</c>; values are templates.</summary>
    public string[]? Labels { get; set; }

    /// <summary>Labels of the metric by which the condition is looked at apart: one alert for each combination of their values.</summary>
    public string[]? By { get; set; }
}
