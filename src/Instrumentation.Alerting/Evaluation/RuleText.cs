using Instrumentation.Alerting.Rules;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>Compares rules by what they say, since lists in records compare by reference.</summary>
internal static class RuleText
{
    /// <summary>Everything about a rule: if it is the same, the rule is.</summary>
    internal static string Of(Rule rule) => rule switch
    {
        AlertRule alert => string.Join('\u0001', "alert", Identity(rule), rule.Expression, alert.For, alert.KeepFiringFor, alert.Severity, Pairs(alert.Annotations),
            alert.Cooldown, alert.ResolveExpression, alert.OnNoData, alert.Condition, alert.Member),
        _ => string.Join('\u0001', "record", Identity(rule), rule.Expression),
    };

    /// <summary>Name and labels: by these a changed rule is still the one that it was, and keeps its alerts (nameAndLabels in rules/group.go).</summary>
    internal static string Identity(Rule rule) => rule.Name + '\u0002' + Pairs(rule.Labels) + '\u0002' + (rule as AlertRule)?.Severity;

    /// <summary>Everything about a group but its rules.</summary>
    internal static string Settings(RuleGroup group) => string.Join('\u0001', group.Name, group.Source, group.Interval, group.Limit, group.QueryOffset);

    private static string Pairs(IReadOnlyList<KeyValuePair<string, string>> pairs) => string.Join('\u0003', pairs.Select(static pair => pair.Key + '\u0004' + pair.Value));
}
