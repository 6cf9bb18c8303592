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

    internal int Count => _waiting.Values.Sum(static alerts => alerts.Count);

    /// <summary>Takes in what was stored. Past the tolerance pending alerts are forgotten, and firing ones are resolved: nobody knows what has been since.</summary>
    internal void Load(StateDocument document, long now)
    {
        (_savedAt, _now) = (Math.Min(document.SavedAt, now), now);
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

    /// <summary>Gives a rule that begins its alerts.</summary>
    internal void Restore(AlertRuleRunner rule, string group)
    {
        if (!_waiting.Remove(Key(rule, group), out var alerts))
        {
            return;
        }

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
                ResolvedAt = stored.ResolvedAt,
                KeepFiringSince = stored.KeepFiringSince,
                CoolsUntil = stored.CoolsUntil,
                IsRestored = true,
            };
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
            context.Ledger.Add(AlertState.Firing, AlertState.Resolved, time, alert with { State = AlertState.Resolved, ResolvedAt = time, ValidUntil = time });
        }
    }
}
