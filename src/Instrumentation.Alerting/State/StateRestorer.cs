using Instrumentation.Alerting.Evaluation;
using Instrumentation.Alerting.Lifecycle;

namespace Instrumentation.Alerting.State;

/// <summary>
/// Gives rules back the alerts that they had before a restart (Group.RestoreForState in rules/group.go): what was pending goes on where it was, and what fired still fires
/// and is not told again. The caller holds the manager's gate.
/// </summary>
internal sealed class StateRestorer(EngineContext context)
{
    private readonly Dictionary<string, List<StoredAlert>> _waiting = new(StringComparer.Ordinal);
    private long _savedAt;
    private long _now;
    private long _shift;

    internal int Count => _waiting.Values.Sum(static alerts => alerts.Count);

    /// <summary>Takes in what was stored. Past the tolerance pending alerts are forgotten, and firing ones are resolved: nobody knows what has been since.</summary>
    internal void Load(StateDocument document, long now)
    {
        // A clock that was set back meanwhile: seen from now, what was stored lies in the future, and is moved along with it.
        _shift = Math.Min(0, now - document.SavedAt);
        (_savedAt, _now) = (document.SavedAt + _shift, now);
        var tooOld = now - _savedAt > (long)context.Options.OutageTolerance.TotalMilliseconds;
        foreach (var alert in document.Alerts)
        {
            if (tooOld)
            {
                Resolve(alert, now);
                continue;
            }

            if (!_waiting.TryGetValue(alert.Rule, out var alerts))
            {
                _waiting.Add(alert.Rule, alerts = []);
            }

            alerts.Add(alert);
        }
    }

    /// <summary>Gives the rules of a group that begin their alerts.</summary>
    internal void Restore(IReadOnlyList<AlertRuleRunner> rules, string group)
    {
        // Rules of one name and the same labels are told apart by what they evaluate; one that was changed takes what no other claims.
        foreach (var rule in rules)
        {
            Restore(rule, Take(Key(rule, group), stored => stored.Shown.Expression == rule.Rule.Expression));
        }

        foreach (var rule in rules)
        {
            Restore(rule, Take(Key(rule, group), static _ => true));
        }
    }

    private List<StoredAlert> Take(string key, Predicate<StoredAlert> isWanted)
    {
        if (!_waiting.TryGetValue(key, out var alerts))
        {
            return [];
        }

        var taken = alerts.FindAll(isWanted);
        if (alerts.RemoveAll(isWanted) > 0 && alerts.Count == 0)
        {
            _waiting.Remove(key);
        }

        return taken;
    }

    private void Restore(AlertRuleRunner rule, List<StoredAlert> alerts)
    {
        var holdDuration = (long)((Rules.AlertRule)rule.Rule).For.TotalMilliseconds;
        foreach (var stored in alerts)
        {
            var alert = new ActiveAlert(StoredForms.LoadLabels(stored.Shown.Labels))
            {
                Result = StoredForms.LoadLabels(stored.Result),
                State = Enum.Parse<AlertState>(stored.Shown.State),
                Value = stored.Shown.Value,
                ActiveAt = stored.ActiveAt,
                FiredAt = stored.FiredAt,
                FiredIn = stored.Shown.FiredIn,
                ResolvedAt = stored.ResolvedAt,
                KeepFiringSince = stored.KeepFiringSince,
                CoolsUntil = stored.CoolsUntil,
                IsRestored = true,
            };
            alert.Shift(_shift);
            if (alert.State != AlertState.Pending || MoveOn(alert, holdDuration))
            {
                rule.States.Restore(alert);
            }
        }
    }

    /// <summary>Resolves the firing alerts whose rules have not come back.</summary>
    /// <returns>Whether there were any.</returns>
    internal bool GiveUp(long now)
    {
        var any = _waiting.Count > 0;
        foreach (var alert in _waiting.Values.SelectMany(static alerts => alerts))
        {
            Resolve(alert, now);
        }

        _waiting.Clear();
        return any;
    }

    /// <summary>What is still waiting for its rule, to be stored again.</summary>
    internal IEnumerable<StoredAlert> Waiting => _waiting.Values.SelectMany(static alerts => alerts);

    internal static string Key(AlertRuleRunner rule, string group) => group + '\u0001' + RuleText.Identity(rule.Rule);

    /// <summary>Moves the beginning of a pending alert so that the outage does not count. False if it begins anew.</summary>
    private bool MoveOn(ActiveAlert alert, long holdDuration)
    {
        var grace = (long)context.Options.ForGracePeriod.TotalMilliseconds;
        if (holdDuration < grace && !context.Options.RestoreShortFor)
        {
            return false;
        }

        var remaining = holdDuration - (_savedAt - alert.ActiveAt);
        if (holdDuration >= grace && remaining > 0 && remaining < grace)
        {
            alert.ActiveAt = _now + grace - holdDuration;
        }
        else if (remaining > 0)
        {
            alert.ActiveAt += _now - _savedAt;
        }

        return true;
    }

    private void Resolve(StoredAlert stored, long now)
    {
        var alert = StoredForms.Load(stored.Shown);
        if (alert.State == AlertState.Firing)
        {
            var time = DateTimeOffset.FromUnixTimeMilliseconds(now);
            var shift = TimeSpan.FromMilliseconds(_shift);
            context.Ledger.Add(AlertState.Firing, AlertState.Resolved, time, alert with
            {
                State = AlertState.Resolved,
                ActiveAt = alert.ActiveAt + shift,
                FiredAt = alert.FiredAt + shift,
                ResolvedAt = time,
                ValidUntil = time,
            });
        }
    }
}
