using Instrumentation.Alerting.Evaluation;
using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>
/// The states of one rule's alerts, and what an evaluation makes of them: AlertingRule.Eval in rules/alerting.go, with a second threshold, cooldown and missing data besides.
/// The manager's gate is held by whoever calls it.
/// </summary>
internal sealed class AlertStates(EngineContext context, AlertRule rule, long window, SampleProbe probe)
{
    private const long ResolvedRetention = 15 * 60 * 1000;

    private readonly long _for = (long)rule.For.TotalMilliseconds;
    private readonly long _cooldown = (long)rule.Cooldown.TotalMilliseconds;
    private readonly AlertHold _hold = new(context, rule, window, probe);
    private readonly Dictionary<Labels, ActiveAlert> _alerts = [];
    private readonly List<AlertSeries> _ended = [];
    private readonly List<ActiveAlert> _restarted = [];
    private long _evaluation;
    private long _time;
    private long _queryTime;
    private long _previous;

    internal IReadOnlyCollection<ActiveAlert> All => _alerts.Values;

    /// <summary>Whether any alert fires; read by the one thread that evaluates the rule.</summary>
    internal bool IsAnyFiring { get; private set; }

    /// <summary>What the evaluation changed, with the state before.</summary>
    internal List<(ActiveAlert Alert, AlertState From)> Changes { get; } = [];

    internal void Begin(long time, long queryTime)
    {
        _evaluation++;
        (_previous, _time, _queryTime) = (_time == 0 ? time : _time, time, queryTime);
        Changes.Clear();
        _ended.Clear();
    }

    /// <summary>Notes that the condition is met.</summary>
    internal ActiveAlert See(Labels labels, Labels result, double value)
    {
        if (!_alerts.TryGetValue(labels, out var alert) || !alert.IsActive)
        {
            alert = new ActiveAlert(labels) { ActiveAt = _time, CoolsUntil = alert?.CoolsUntil ?? 0 };
            _alerts[labels] = alert;
            Changes.Add((alert, AlertState.Inactive));
        }

        (alert.Result, alert.Value, alert.SeenIn) = (result, value, _evaluation);
        return alert;
    }

    /// <summary>Takes every alert on.</summary>
    /// <param name="hasResolve">Whether the rule has a second threshold.</param>
    /// <param name="resolved">What is past the second threshold.</param>
    /// <returns>How many are pending or firing.</returns>
    internal int Step(bool hasResolve, ReadOnlySpan<VectorSample> resolved)
    {
        var active = 0;
        IsAnyFiring = false;
        foreach (var (labels, alert) in _alerts)
        {
            if (alert.SeenIn == _evaluation)
            {
                alert.KeepFiringSince = 0;
                alert.IsRestored = false;
                if (alert.State == AlertState.Pending && _time - alert.ActiveAt >= _for && _time >= alert.CoolsUntil)
                {
                    Fire(alert);
                }
            }
            else if (!_hold.Outlasts(alert, new EvaluationTimes(_time, _previous, _queryTime), hasResolve, resolved))
            {
                Leave(labels, alert);
                continue;
            }

            active++;
            if (alert.State == AlertState.Firing && _time - alert.ActiveAt < _for)
            {
                _restarted.Add(alert);
                continue;
            }

            IsAnyFiring |= alert.State == AlertState.Firing;
        }

        foreach (var alert in _restarted)
        {
            WaitAgain(alert);
        }

        _restarted.Clear();
        return active;
    }

    /// <summary>Ends all alerts: the rule has too many or goes. Receivers are told of those they knew.</summary>
    internal void DropAll()
    {
        foreach (var alert in _alerts.Values)
        {
            var at = Changes.FindIndex(change => change.Alert == alert);
            var before = at < 0 ? alert.State : Changes[at].From;
            if (at >= 0)
            {
                Changes.RemoveAt(at);
            }

            if (before is AlertState.Pending or AlertState.Firing)
            {
                alert.State = before == AlertState.Firing ? AlertState.Resolved : AlertState.Inactive;
                alert.ResolvedAt = _time;
                Changes.Add((alert, before));
            }

            End(alert);
        }

        _alerts.Clear();
        IsAnyFiring = false;
    }

    /// <summary>Writes <c>ALERTS</c> and <c>ALERTS_FOR_STATE</c>.</summary>
    internal void WriteSeries(long time)
    {
        foreach (var series in _ended)
        {
            series.End(time);
        }

        foreach (var alert in _alerts.Values)
        {
            if (alert.IsActive)
            {
                alert.Series ??= new AlertSeries(context.Store, alert.Labels);
                alert.Series.Write(time, alert);
            }
        }
    }

    internal void Count(ref int pending, ref int firing)
    {
        foreach (var alert in _alerts.Values)
        {
            pending += alert.State == AlertState.Pending ? 1 : 0;
            firing += alert.State == AlertState.Firing ? 1 : 0;
        }
    }

    internal void TakeOver(AlertStates predecessor)
    {
        foreach (var (labels, alert) in predecessor._alerts)
        {
            _alerts[labels] = alert;
            IsAnyFiring |= alert.State == AlertState.Firing;
        }

        _time = predecessor._time;
        predecessor._alerts.Clear();
    }

    internal void Restore(ActiveAlert alert)
    {
        _alerts.TryAdd(alert.Labels, alert);
        IsAnyFiring |= alert.State == AlertState.Firing;
    }

    internal void Shift(long by)
    {
        _time = _time == 0 ? 0 : _time + by;
        foreach (var alert in _alerts.Values)
        {
            alert.Shift(by);
        }
    }

    private void Fire(ActiveAlert alert)
    {
        alert.State = AlertState.Firing;
        alert.FiredAt = _time;

        // An alert that is new has been noted as such, and fires in one step.
        if (!Changes.Exists(change => change.Alert == alert))
        {
            Changes.Add((alert, AlertState.Pending));
        }
    }

    /// <summary>A rule may ask for more time than the one that it replaced: an alert that fired then waits for the rest. Receivers are told that it is over until then.</summary>
    private void WaitAgain(ActiveAlert fired)
    {
        var pending = new ActiveAlert(fired.Labels)
        {
            Result = fired.Result,
            Value = fired.Value,
            ActiveAt = fired.ActiveAt,
            SeenIn = fired.SeenIn,
            CoolsUntil = fired.CoolsUntil,
            IsRestored = fired.IsRestored,
            Annotations = fired.Annotations,
            Series = fired.Series,
        };
        (fired.State, fired.ResolvedAt, fired.Series) = (AlertState.Resolved, _time, null);
        _alerts[fired.Labels] = pending;
        Changes.Add((fired, AlertState.Firing));
        Changes.Add((pending, AlertState.Inactive));
    }

    private void Leave(Labels labels, ActiveAlert alert)
    {
        switch (alert.State)
        {
            case AlertState.Pending:
                alert.State = AlertState.Inactive;
                Changes.Add((alert, AlertState.Pending));
                _alerts.Remove(labels);
                End(alert);
                break;
            case AlertState.Firing:
                alert.State = AlertState.Resolved;
                alert.ResolvedAt = _time;
                alert.CoolsUntil = _cooldown == 0 ? 0 : _time + _cooldown;
                Changes.Add((alert, AlertState.Firing));
                End(alert);
                break;
            case AlertState.Resolved when _time - alert.ResolvedAt > Math.Max(ResolvedRetention, _cooldown):
                _alerts.Remove(labels);
                break;
        }
    }

    private void End(ActiveAlert alert)
    {
        if (alert.Series is { } series)
        {
            _ended.Add(series);
        }
    }
}
