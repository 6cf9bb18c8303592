using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.Alerting.State;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>Evaluates an alert rule and keeps its alerts' states (rules/alerting.go).</summary>
internal sealed class AlertRuleRunner : RuleRunner
{
    private readonly AlertRule _rule;
    private readonly string _group;
    private readonly TimeSpan _validity;
    private readonly RuleExpression _condition;
    private readonly RuleExpression? _resolve;
    private readonly AlertTexts _texts;
    private readonly AlertStates _states;
    private readonly Dictionary<Labels, int> _found = [];
    private Labels[] _keys = [];

    /// <exception cref="RuleException">The rule has a mistake.</exception>
    internal AlertRuleRunner(EngineContext context, AlertRule rule, RuleGroup group)
        : base(context, rule)
    {
        (_rule, _group) = (rule, group.Name);
        var interval = group.Interval ?? context.Options.EvaluationInterval;
        _validity = 4 * (interval > context.Options.ResendDelay ? interval : context.Options.ResendDelay);
        _condition = RuleExpression.Compile(rule.Expression, $"alert rule '{rule.Name}'", context.QueryOptions);
        _resolve = rule.ResolveExpression is null ? null
            : RuleExpression.Compile(rule.ResolveExpression, $"alert rule '{rule.Name}', resolve condition", context.QueryOptions);
        _texts = new AlertTexts(context, rule);
        var probe = new SampleProbe(context.Store, _condition.Selectors, (long)context.QueryOptions.Lookback.TotalMilliseconds);
        _states = new AlertStates(context, rule, _condition.Window, probe);
    }

    internal override IEnumerable<RuleExpression> Expressions => _resolve is null ? [_condition] : [_condition, _resolve];

    internal AlertStates States => _states;

    internal override void Evaluate(in Evaluation evaluation)
    {
        var (time, queryTime) = (evaluation.Time, evaluation.QueryTime);
        var vector = _condition.Query.EvaluateVector(Context.Store, queryTime);
        var resolved = _resolve is null || !_states.IsAnyFiring ? default : _resolve.Query.EvaluateVector(Context.Store, queryTime);
        Label(vector, time);

        // Their queries are made here: whoever raises alerts from code waits for the gate.
        var annotations = _texts.DependOnTime ? Annotate(vector, time) : null;
        lock (Context.Gate)
        {
            _states.Begin(time, queryTime);
            for (var i = 0; i < vector.Length; i++)
            {
                var alert = _states.See(_keys[i], vector[i].Labels, Value(vector[i]));
                alert.Annotations = annotations?[i];
            }

            var active = _states.Step(_resolve is not null, resolved);
            var isOver = evaluation.Limit > 0 && active > evaluation.Limit;
            if (isOver)
            {
                _states.DropAll();
            }

            foreach (var (alert, from) in _states.Changes)
            {
                alert.FiredIn = alert.State == AlertState.Firing ? Context.Ledger.Next : alert.FiredIn;
                Context.Ledger.Add(from, alert.State, DateTimeOffset.FromUnixTimeMilliseconds(time), Snapshot(alert, time));
            }

            _states.WriteSeries(queryTime);
            if (isOver)
            {
                throw new RuleEvaluationException($"exceeded limit of {evaluation.Limit} with {active} alerts");
            }
        }
    }

    internal override void End(long time)
    {
        lock (Context.Gate)
        {
            _states.Begin(time, time);
            _states.DropAll();
            foreach (var (alert, from) in _states.Changes)
            {
                Context.Ledger.Add(from, alert.State, DateTimeOffset.FromUnixTimeMilliseconds(time), Snapshot(alert, time));
            }

            _states.WriteSeries(time);
        }
    }

    internal override void Shift(long by)
    {
        base.Shift(by);
        _states.Shift(by);
    }

    /// <summary>Takes over the alerts of the rule that this one replaces. The caller holds the gate.</summary>
    internal void TakeOver(AlertRuleRunner predecessor) => _states.TakeOver(predecessor._states);

    /// <summary>Its alerts in these states. The caller holds the gate.</summary>
    internal IEnumerable<Alert> Alerts(Func<AlertState, bool> wanted) =>
        _states.All.Where(alert => wanted(alert.State)).Select(alert => Snapshot(alert, LastEvaluation));

    /// <summary>What is stored about its alerts. The caller holds the gate.</summary>
    internal IEnumerable<StoredAlert> Store(string key) => _states.All.Select(alert => new StoredAlert
    {
        Rule = key,
        Shown = StoredForms.Store(Snapshot(alert, LastEvaluation)),
        Result = StoredForms.Store(alert.Result),
        ActiveAt = alert.ActiveAt,
        FiredAt = alert.FiredAt,
        ResolvedAt = alert.ResolvedAt,
        KeepFiringSince = alert.KeepFiringSince,
        CoolsUntil = alert.CoolsUntil,
    });

    internal override RuleStatus Status()
    {
        IReadOnlyList<Alert> alerts = [.. Alerts(static state => state is AlertState.Pending or AlertState.Firing).OrderBy(static alert => alert.Labels)];
        return base.Status() with
        {
            Alerts = alerts,
            State = alerts.Any(static alert => alert.State == AlertState.Firing) ? AlertState.Firing : alerts.Count > 0 ? AlertState.Pending : AlertState.Inactive,
        };
    }

    private Alert Snapshot(ActiveAlert alert, long time) => new()
    {
        Name = _rule.Name,
        Labels = alert.Labels,
        Annotations = alert.Annotations ?? _texts.Annotations(alert.Result, alert.Value, time),
        State = alert.State,
        Origin = AlertOrigin.Rule,
        Severity = AlertSeverities.Of(alert.Labels),
        Group = _group,
        Expression = _rule.Expression,
        Value = alert.Value,
        ActiveAt = DateTimeOffset.FromUnixTimeMilliseconds(alert.ActiveAt),
        FiredAt = Time(alert.FiredAt),
        FiredIn = alert.FiredIn,
        ResolvedAt = Time(alert.ResolvedAt),
        KeepFiringSince = Time(alert.KeepFiringSince),
        ValidUntil = alert.IsActive ? DateTimeOffset.FromUnixTimeMilliseconds(time) + _validity : DateTimeOffset.FromUnixTimeMilliseconds(time),
    };

    private static DateTimeOffset? Time(long milliseconds) => milliseconds == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static double Value(in VectorSample sample) => sample.Histogram is null ? sample.Value : 0;

    private Labels[] Annotate(ReadOnlySpan<VectorSample> vector, long time)
    {
        var annotations = new Labels[vector.Length];
        for (var i = 0; i < annotations.Length; i++)
        {
            annotations[i] = _texts.Annotations(vector[i].Labels, Value(vector[i]), time);
        }

        return annotations;
    }

    private void Label(ReadOnlySpan<VectorSample> vector, long time)
    {
        if (_keys.Length < vector.Length)
        {
            _keys = new Labels[Math.Max(vector.Length, 2 * _keys.Length)];
        }

        _found.Clear();
        for (var i = 0; i < vector.Length; i++)
        {
            _keys[i] = _texts.Labels(vector[i], time);
            if (!_found.TryAdd(_keys[i], i))
            {
                throw new RuleEvaluationException($"vector contains metrics with the same labelset after applying alert labels: {_keys[i]}");
            }
        }
    }
}
