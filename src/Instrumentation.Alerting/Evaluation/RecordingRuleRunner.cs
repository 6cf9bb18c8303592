using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>Evaluates a recording rule and keeps its result (rules/recording.go).</summary>
internal sealed class RecordingRuleRunner : RuleRunner
{
    private readonly RuleExpression _expression;
    private readonly LabelCache<Labels, Labels> _labels;
    private readonly Dictionary<Labels, Recorded> _series = [];
    private long _evaluation;

    internal RecordingRuleRunner(EngineContext context, RecordingRule rule)
        : base(context, rule)
    {
        _expression = RuleExpression.Compile(rule.Expression, $"recording rule '{rule.Name}'", context.QueryOptions);
        _labels = new LabelCache<Labels, Labels>(Relabel);
    }

    internal override IEnumerable<RuleExpression> Expressions => [_expression];

    internal override void Evaluate(in Evaluation evaluation)
    {
        var vector = _expression.Query.EvaluateVector(Context.Store, evaluation.QueryTime);
        _evaluation++;
        foreach (ref readonly var sample in vector)
        {
            if (!Find(_labels.Get(sample.Labels)).See(_evaluation))
            {
                throw new RuleEvaluationException("vector contains metrics with the same labelset after applying rule labels");
            }
        }

        if (evaluation.Limit > 0 && vector.Length > evaluation.Limit)
        {
            throw new RuleEvaluationException($"exceeded limit of {evaluation.Limit} with {vector.Length} series");
        }

        foreach (ref readonly var sample in vector)
        {
            // The store keeps numbers; a native histogram has none.
            if (sample.Histogram is null)
            {
                Find(_labels.Get(sample.Labels)).Handle.Append(evaluation.QueryTime, sample.Value);
            }
        }

        foreach (var (labels, recorded) in _series)
        {
            if (recorded.SeenIn != _evaluation)
            {
                recorded.Handle.MarkStale(evaluation.QueryTime);
                _series.Remove(labels);
            }
        }
    }

    internal override void End(long time)
    {
        foreach (var recorded in _series.Values)
        {
            recorded.Handle.MarkStale(time);
        }

        _series.Clear();
    }

    private Recorded Find(Labels labels)
    {
        if (!_series.TryGetValue(labels, out var recorded))
        {
            recorded = new Recorded(new SeriesHandle(Context.Store, labels));
            _series.Add(labels, recorded);
        }

        return recorded;
    }

    private Labels Relabel(Labels result)
    {
        var labels = result.With(Labels.MetricName, Rule.Name);
        foreach (var (name, value) in Rule.Labels)
        {
            labels = labels.With(name, value);
        }

        return labels;
    }

    private sealed class Recorded(SeriesHandle handle)
    {
        internal SeriesHandle Handle { get; } = handle;

        internal long SeenIn { get; private set; }

        /// <summary>False if it was seen in this evaluation already.</summary>
        internal bool See(long evaluation)
        {
            var first = SeenIn != evaluation;
            SeenIn = evaluation;
            return first;
        }
    }
}
