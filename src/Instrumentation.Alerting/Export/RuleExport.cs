using Instrumentation.Alerting.Export.Testing;
using Instrumentation.Alerting.Export.Yaml;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;

namespace Instrumentation.Alerting.Export;

/// <summary>Writes rules for a Prometheus server, which then gives the same answers on the same samples. Thread-safe.</summary>
public static class RuleExport
{
    /// <summary>The name of the rule file that tests refer to, when no other is given.</summary>
    public const string DefaultFileName = "rules.yml";

    /// <summary>A rule file, as <c>rule_files</c> of a server names it.</summary>
    /// <param name="groups">The groups.</param>
    /// <returns>YAML. What a server does not know (a cooldown, a second threshold to resolve) stands in comments.</returns>
    public static string ToRulesYaml(IEnumerable<RuleGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return RulesYaml.Write([.. groups.Where(static group => group.Rules.Count > 0).Select(Convert)]);
    }

    /// <summary>
    /// Unit tests for <c>promtool test rules</c>: for each alert rule samples on which it fires and resolves again. The samples are found by trying, with the rule evaluated as a
    /// server would; a rule for which none are found is named in a comment.
    /// </summary>
    /// <param name="groups">The groups.</param>
    /// <param name="rulesFile">The file that <see cref="ToRulesYaml"/> was written to, relative to the file of tests.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>YAML.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static string ToTestsYaml(IEnumerable<RuleGroup> groups, string rulesFile = DefaultFileName, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentException.ThrowIfNullOrWhiteSpace(rulesFile);
        return RuleTests.Write([.. groups.Select(Convert)], rulesFile, cancellation);
    }

    internal static ExportedGroup Convert(RuleGroup group)
    {
        var exported = new ExportedGroup(group.Name)
        {
            Interval = group.Interval is { } interval ? Milliseconds(interval) : null,
            QueryOffset = Milliseconds(group.QueryOffset),
            Limit = group.Limit,
        };
        exported.Rules.AddRange(group.Rules.Select(Convert));
        return exported;
    }

    private static ExportedRule Convert(Rule rule)
    {
        var exported = new ExportedRule(rule is AlertRule, rule.Name, rule.Expression);
        exported.Labels.AddRange(rule.Labels);
        if (rule is not AlertRule alert)
        {
            return exported;
        }

        exported.For = Milliseconds(alert.For);
        exported.KeepFiringFor = Milliseconds(alert.KeepFiringFor);
        exported.Annotations.AddRange(alert.Annotations);
        if (alert.Severity is { } severity)
        {
            exported.AddLabel(AlertSeverities.LabelName, AlertSeverities.Text(severity));
        }

        ExportRemarks.Add(exported, alert.Member, alert.Condition, Milliseconds(alert.Cooldown), alert.ResolveExpression);
        return exported;
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;
}
