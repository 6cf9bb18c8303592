using Instrumentation.Rules;

namespace Instrumentation.Alerting.Rules.Sources;

/// <summary>Makes groups of the rules that assemblies declare.</summary>
internal static class DeclaredGroups
{
    /// <summary>The groups of an assembly: its recording rules before its alert rules, by group.</summary>
    internal static List<RuleGroup> Of(DeclaredRuleSet set)
    {
        var groups = new Dictionary<string, List<Rule>>(StringComparer.Ordinal);
        foreach (var recording in set.Recordings)
        {
            Add(groups, recording.Group ?? set.Assembly, new RecordingRule { Name = recording.Name, Expression = recording.Expression, Labels = Pairs(recording.Labels) });
        }

        foreach (var alert in set.Alerts)
        {
            Add(groups, alert.Group ?? set.Assembly, From(alert));
        }

        return [.. groups.Select(pair => new RuleGroup { Name = pair.Key, Source = set.Assembly, Rules = pair.Value })];
    }

    internal static AlertRule From(AlertRuleDefinition definition)
    {
        var annotations = new List<KeyValuePair<string, string>>();
        Add(annotations, "summary", definition.Summary);
        Add(annotations, "description", definition.Description);
        Add(annotations, "runbook_url", definition.Runbook);
        return new AlertRule
        {
            Name = definition.Name,
            Expression = definition.Expression,
            Condition = definition.Condition,
            For = definition.For,
            KeepFiringFor = definition.KeepFiringFor,
            Severity = definition.Severity,
            Labels = Pairs(definition.Labels),
            Annotations = annotations,
            Cooldown = definition.Cooldown,
            ResolveExpression = definition.ResolveExpression,
            Member = definition.Member,
        };
    }

    private static void Add(Dictionary<string, List<Rule>> groups, string group, Rule rule)
    {
        if (!groups.TryGetValue(group, out var rules))
        {
            groups.Add(group, rules = []);
        }

        rules.Add(rule);
    }

    private static void Add(List<KeyValuePair<string, string>> annotations, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            annotations.Add(new(name, value));
        }
    }

    private static List<KeyValuePair<string, string>> Pairs((string Name, string Value)[] pairs) => [.. pairs.Select(static pair => KeyValuePair.Create(pair.Name, pair.Value))];
}
