using Instrumentation.Alerting.Rules;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>A group that takes the place of another: equal rules go over as they are, changed ones take over the alerts of those of their name and labels.</summary>
internal sealed class GroupExchange
{
    private readonly List<RuleRunner> _left;
    private readonly List<RuleRunner> _begun = [];

    /// <exception cref="RuleException">A rule has a mistake.</exception>
    internal GroupExchange(EngineContext context, RuleGroup group, GroupRunner? old)
    {
        Old = old;
        _left = old is null ? [] : [.. old.Rules];
        var sameSettings = old is not null && RuleText.Settings(old.Group) == RuleText.Settings(group);
        Rules = new RuleRunner[group.Rules.Count];
        for (var i = 0; i < Rules.Length; i++)
        {
            var rule = group.Rules[i];
            var text = RuleText.Of(rule);
            var same = sameSettings ? _left.Find(other => RuleText.Of(other.Rule) == text) : null;
            if (same is not null)
            {
                _left.Remove(same);
                Rules[i] = same;
                continue;
            }

            Rules[i] = rule switch
            {
                AlertRule alert => new AlertRuleRunner(context, alert, group),
                RecordingRule recording => new RecordingRuleRunner(context, recording),
                _ => throw new RuleException($"rule '{rule.Name}' is neither an {nameof(AlertRule)} nor a {nameof(RecordingRule)}"),
            };
            _begun.Add(Rules[i]);
        }

        IsUnchanged = sameSettings && _begun.Count == 0 && _left.Count == 0 && Rules.SequenceEqual(old!.Rules);
    }

    internal GroupRunner? Old { get; }

    internal RuleRunner[] Rules { get; }

    internal bool IsUnchanged { get; }

    /// <summary>Hands the state over. The caller holds the manager's gate, and the old group does not run.</summary>
    internal void Complete(GroupRunner runner, long now, Action<IReadOnlyList<AlertRuleRunner>, string> started)
    {
        if (IsUnchanged)
        {
            return;
        }

        if (Old is not null)
        {
            runner.TakeOver(Old);
        }

        var anew = new List<AlertRuleRunner>();
        foreach (var rule in _begun.OfType<AlertRuleRunner>())
        {
            var identity = RuleText.Identity(rule.Rule);
            if (_left.Find(other => other is AlertRuleRunner && RuleText.Identity(other.Rule) == identity) is AlertRuleRunner predecessor)
            {
                rule.TakeOver(predecessor);
                _left.Remove(predecessor);
            }
            else
            {
                anew.Add(rule);
            }
        }

        started(anew, runner.Group.Source + '\u0001' + runner.Group.Name);

        foreach (var rule in _left)
        {
            rule.End(now);
        }
    }
}
