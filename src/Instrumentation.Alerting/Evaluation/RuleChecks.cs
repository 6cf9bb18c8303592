using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>Refuses rules whose settings make no sense, wherever they come from.</summary>
internal static class RuleChecks
{
    /// <exception cref="RuleException">Something is wrong; the message says what and where.</exception>
    internal static void Check(IReadOnlyList<RuleGroup> groups)
    {
        foreach (var group in groups)
        {
            if (string.IsNullOrWhiteSpace(group.Name))
            {
                throw new RuleException("a group has no name");
            }

            if (groups.Count(other => other.Name == group.Name && other.Source == group.Source) > 1)
            {
                throw new RuleException($"group '{group.Name}' of {group.Source} is there twice");
            }

            if (group.Interval is { } interval && (interval < TimeSpan.FromMilliseconds(1) || interval > TimeSpan.FromDays(365)))
            {
                throw new RuleException($"group '{group.Name}': its interval is {interval} but must be from 1 ms to 365 days");
            }

            if (group.Limit < 0 || group.QueryOffset < TimeSpan.Zero)
            {
                throw new RuleException($"group '{group.Name}': its limit and its query offset must not be negative");
            }

            Check(group);
        }
    }

    private static void Check(RuleGroup group)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in group.Rules)
        {
            var what = $"{(rule is AlertRule ? "alert" : "recording")} rule '{rule.Name}' of group '{group.Name}'";
            if (string.IsNullOrWhiteSpace(rule.Name))
            {
                throw new RuleException($"a rule of group '{group.Name}' has no name");
            }

            if (new[] { rule.Name, rule.Expression }.Concat(rule.Labels.Select(static label => label.Value)).FirstOrDefault(static text => !Utf8Text.IsWellFormed(text)) is { } broken)
            {
                throw new RuleException($"{what}: '{broken}' holds half of a surrogate pair, which is no text");
            }

            if (rule is RecordingRule && !Characters.IsPlainMetricName(rule.Name))
            {
                throw new RuleException($"{what}: its name is no metric name");
            }

            if (!seen.Add(rule.GetType().Name + RuleText.Identity(rule) + rule.Expression))
            {
                throw new RuleException($"{what} is there twice, with the same labels and expression");
            }

            foreach (var (name, _) in rule.Labels)
            {
                if (!Characters.IsPlainLabelName(name) || name == PromQL.Storage.Labels.MetricName || (rule is AlertRule && name == "alertname"))
                {
                    throw new RuleException($"{what}: '{name}' is no label name that a rule may set");
                }
            }

            RefuseDuplicates(rule.Labels, what, "label");
            if (rule is AlertRule alert)
            {
                Check(alert, what);
            }
        }
    }

    private static void Check(AlertRule rule, string what)
    {
        if (rule.For < TimeSpan.Zero || rule.KeepFiringFor < TimeSpan.Zero || rule.Cooldown < TimeSpan.Zero)
        {
            throw new RuleException($"{what}: its durations must not be negative");
        }

        RefuseDuplicates(rule.Annotations, what, "annotation");
        foreach (var (name, _) in rule.Annotations)
        {
            if (!Characters.IsPlainLabelName(name))
            {
                throw new RuleException($"{what}: '{name}' is no name of an annotation; it must match [a-zA-Z_][a-zA-Z0-9_]*");
            }
        }
    }

    private static void RefuseDuplicates(IReadOnlyList<KeyValuePair<string, string>> pairs, string what, string kind)
    {
        if (pairs.GroupBy(static pair => pair.Key).FirstOrDefault(static same => same.Count() > 1) is { } twice)
        {
            throw new RuleException($"{what}: the {kind} '{twice.Key}' is there twice");
        }
    }
}
