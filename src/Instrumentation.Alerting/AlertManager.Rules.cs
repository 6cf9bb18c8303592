using Instrumentation.Alerting.Rules;

namespace Instrumentation.Alerting;

/// <content>Rules at run time.</content>
public sealed partial class AlertManager
{
    private const string CodeSource = "code";
    private const string DefaultGroup = "default";

    /// <summary>Adds a rule, or changes that of the same name in the group. Alerts of a changed rule go on as they are if its labels are the same.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="group">The group, among those made by code.</param>
    /// <exception cref="RuleException">The rule has a mistake; then nothing has changed.</exception>
    public void AddRule(Rule rule, string group = DefaultGroup)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentException.ThrowIfNullOrWhiteSpace(group);
        _engine.Edit(CodeSource, group, current =>
            (current ?? new RuleGroup { Name = group, Source = CodeSource, Rules = [] }) with
            {
                Rules = Replace(current?.Rules ?? [], rule),
            });
    }

    /// <summary>Removes a rule that code added. Its firing alerts resolve.</summary>
    /// <param name="name">The rule's name.</param>
    /// <param name="group">The group.</param>
    /// <returns>Whether there was one.</returns>
    public bool RemoveRule(string name, string group = DefaultGroup)
    {
        var removed = false;
        _engine.Edit(CodeSource, group, current =>
        {
            List<Rule> left = current is null ? [] : [.. current.Rules.Where(rule => rule.Name != name)];
            removed = current is not null && left.Count < current.Rules.Count;
            return left.Count == 0 ? null : current! with { Rules = left };
        });
        return removed;
    }

    /// <summary>Adds a group, or changes that of the same source and name. Alerts of rules whose name and labels are the same go on as they are.</summary>
    /// <param name="group">The group.</param>
    /// <exception cref="RuleException">A rule has a mistake; then nothing has changed.</exception>
    public void ReplaceGroup(RuleGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        _engine.Edit(group.Source, group.Name, _ => group);
    }

    /// <summary>Makes the groups of a source be exactly these. What is unchanged goes on undisturbed.</summary>
    /// <param name="source">The source, which all the groups have.</param>
    /// <param name="groups">The groups.</param>
    /// <exception cref="ArgumentException">A group has another source.</exception>
    /// <exception cref="RuleException">A rule has a mistake; then nothing has changed.</exception>
    public void ReplaceGroups(string source, IReadOnlyList<RuleGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.FirstOrDefault(group => group.Source != source) is { } stranger)
        {
            throw new ArgumentException($"Group '{stranger.Name}' is of '{stranger.Source}' and not of '{source}'.", nameof(groups));
        }

        _engine.Replace(source, groups);
    }

    /// <summary>Removes a group. Its firing alerts resolve.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="source">Where it came from.</param>
    /// <returns>Whether there was one.</returns>
    public bool RemoveGroup(string name, string source = CodeSource)
    {
        var removed = false;
        _engine.Edit(source, name, current =>
        {
            removed = current is not null;
            return null;
        });
        return removed;
    }

    private static List<Rule> Replace(IReadOnlyList<Rule> rules, Rule rule)
    {
        var next = rules.ToList();
        var at = next.FindIndex(other => other.Name == rule.Name && other.GetType() == rule.GetType());
        if (at < 0)
        {
            next.Add(rule);
        }
        else
        {
            next[at] = rule;
        }

        return next;
    }
}
