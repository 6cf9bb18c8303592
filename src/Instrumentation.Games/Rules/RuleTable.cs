using Instrumentation.Rules;

namespace Instrumentation.Games.Rules;

/// <summary>Collects the rules of one group. Metrics are written with <c>$</c> for the prefix, as in <c>$_packet_loss_rate</c>.</summary>
internal sealed class RuleTable(string prefix, string group, TimeSpan cooldown)
{
    private readonly List<AlertRuleDefinition> _rules = [];

    internal IReadOnlyList<AlertRuleDefinition> Rules => _rules;

    internal void Add(string name, AlertSeverity severity, TimeSpan wait, string expression, string summary, string description, params string[] series) =>
        _rules.Add(new AlertRuleDefinition
        {
            Name = name,
            Expression = Named(expression),
            For = wait,
            Severity = severity,
            Summary = summary,
            Description = description,
            Cooldown = cooldown,
            Series = [.. series.Select(Named).Order(StringComparer.Ordinal)],
            Group = group,
        });

    private string Named(string text) => prefix.Length > 0 ? text.Replace("$_", prefix + "_", StringComparison.Ordinal) : text.Replace("$_", "", StringComparison.Ordinal);
}
