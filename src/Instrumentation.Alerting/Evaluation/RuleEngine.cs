using Instrumentation.Alerting.History;
using Instrumentation.Alerting.Rules;
using Instrumentation.Hooks;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>The groups of all sources: compiles them, exchanges them while they run, and has them evaluated.</summary>
internal sealed class RuleEngine(EngineContext context, SelectionBook book, ILogger logger, Action changed)
{
    // Rounding of slots, and the sample before the window that a rate may begin with.
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(1);

    private readonly Lock _editing = new();
    private readonly RateLimitedLog _log = new(logger, context.Time);
    private GroupRunner[] _groups = [];

    /// <summary>As an array, since walking through an interface makes an object each time. Not to be changed.</summary>
    internal GroupRunner[] Groups => Volatile.Read(ref _groups);

    internal bool IsAnyBusy => Array.Exists(Volatile.Read(ref _groups), static group => group.IsBusy);

    /// <summary>Called under the manager's gate for the alert rules of a group that begin, so that their stored state can be taken up.</summary>
    internal Action<IReadOnlyList<AlertRuleRunner>, string> Started { get; set; } = static (_, _) => { };

    internal void Tick(long now, bool inline)
    {
        foreach (var group in Volatile.Read(ref _groups))
        {
            group.Tick(now, inline);
        }
    }

    /// <summary>Makes the groups of a source be exactly these. What is unchanged goes on undisturbed.</summary>
    /// <exception cref="RuleException">A rule has a mistake; then nothing has changed.</exception>
    internal void Replace(string source, IReadOnlyList<RuleGroup> groups)
    {
        lock (_editing)
        {
            Exchange(static (group, source) => group.Source == source, source, groups);
        }
    }

    /// <summary>Changes one group by what it is now; null for none, before or after.</summary>
    /// <exception cref="RuleException">A rule has a mistake; then nothing has changed.</exception>
    internal void Edit(string source, string name, Func<RuleGroup?, RuleGroup?> change)
    {
        lock (_editing)
        {
            var current = Array.Find(_groups, group => group.Group.Source == source && group.Group.Name == name)?.Group;
            var next = change(current);
            Exchange(static (group, key) => group.Source == key.source && group.Name == key.name, (source, name), next is null ? [] : [next]);
        }
    }

    /// <summary>Follows the clock after it was set; no group may be busy.</summary>
    internal void Shift(long by)
    {
        lock (context.Gate)
        {
            foreach (var group in Volatile.Read(ref _groups))
            {
                group.Shift(by);
            }
        }
    }

    private void Exchange<T>(Func<RuleGroup, T, bool> isReplaced, T key, IReadOnlyList<RuleGroup> next)
    {
        RuleChecks.Check(next);
        var now = context.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var kept = Array.FindAll(_groups, group => !isReplaced(group.Group, key));
        var replaced = Array.FindAll(_groups, group => isReplaced(group.Group, key));
        var added = new List<GroupRunner>();
        var exchanges = new List<GroupExchange>();
        foreach (var group in next)
        {
            var old = Array.Find(replaced, old => old.Group.Source == group.Source && old.Group.Name == group.Name);
            var exchange = new GroupExchange(context, group, old);
            exchanges.Add(exchange);
            added.Add(exchange.IsUnchanged ? old! : new GroupRunner(context, group, exchange.Rules, now, _log, changed));
        }

        // Nothing can fail any more. New groups are held up as well: they are seen before they have what they take over.
        var gone = Array.FindAll(replaced, old => !added.Contains(old));
        var heldUp = gone.Concat(added.Except(replaced)).ToArray();
        foreach (var group in heldUp)
        {
            group.Evaluating.Enter();
        }

        try
        {
            Volatile.Write(ref _groups, [.. kept.Concat(added).OrderBy(static group => group.Group.Source, StringComparer.Ordinal).ThenBy(static group => group.Group.Name, StringComparer.Ordinal)]);
            lock (context.Gate)
            {
                for (var i = 0; i < exchanges.Count; i++)
                {
                    exchanges[i].Complete(added[i], now, Started);
                }
            }

            foreach (var old in gone)
            {
                old.Retire();
                foreach (var rule in exchanges.Exists(exchange => exchange.Old == old) ? [] : old.Rules)
                {
                    rule.End(now);
                }
            }
        }
        finally
        {
            foreach (var group in heldUp)
            {
                group.Evaluating.Exit();
            }
        }

        Rewire();
        changed();
    }

    private void Rewire()
    {
        var expressions = _groups.SelectMany(static group => group.Rules.SelectMany(rule => rule.Expressions.Select(expression => (group.Group.QueryOffset, Expression: expression)))).ToList();
        book.SetRules(expressions.SelectMany(static pair => pair.Expression.Selectors));
        var longest = expressions.Select(static pair => pair.QueryOffset + TimeSpan.FromMilliseconds(pair.Expression.Window)).DefaultIfEmpty().Max();
        var needed = longest + context.QueryOptions.Lookback + s_margin;
        context.Store.Retention = needed > context.Options.Retention ? needed : context.Options.Retention;
    }
}
