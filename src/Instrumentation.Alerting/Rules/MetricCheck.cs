namespace Instrumentation.Alerting.Rules;

/// <summary>A threshold for values that code hands over by <see cref="AlertManager.CheckMetric"/>. Immutable.</summary>
public sealed record MetricCheck
{
    /// <summary>The name of the alert that it raises.</summary>
    public required string Name { get; init; }

    /// <summary>The metric it is for: the name that the code uses.</summary>
    public required string Metric { get; init; }

    /// <summary>When it is wrong. Default: above the threshold.</summary>
    public CheckOperator Operator { get; init; } = CheckOperator.Above;

    /// <summary>What the value is compared with, in the unit of the values.</summary>
    public required double Threshold { get; init; }

    /// <summary>How bad it is.</summary>
    public AlertSeverity Severity { get; init; } = AlertSeverity.Warning;

    /// <summary>After the alert has resolved, it is not raised again for so long; from zero up. Default: not at all.</summary>
    public TimeSpan Cooldown { get; init; }

    /// <summary>The only service it is for; null for any.</summary>
    public string? Service { get; init; }

    internal bool IsViolated(double value) => Operator switch
    {
        CheckOperator.Above => value > Threshold,
        CheckOperator.AtLeast => value >= Threshold,
        CheckOperator.Below => value < Threshold,
        _ => value <= Threshold,
    };

    internal string Word => Operator switch
    {
        CheckOperator.Above => "above",
        CheckOperator.AtLeast => "at or above",
        CheckOperator.Below => "below",
        _ => "at or below",
    };
}
