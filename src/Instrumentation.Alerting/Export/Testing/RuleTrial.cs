using Instrumentation.Alerting.Export.Yaml;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>Evaluates an alert rule, and the recording rules that it reads, on samples that are made up. Not thread-safe.</summary>
internal sealed class RuleTrial(Expression expression, IReadOnlyList<(ExportedRule Rule, Expression Expression)> recordings, IReadOnlyList<TestInput> inputs)
{
    private readonly TrialSource _source = new();
    private readonly Query _query = new(expression);
    private readonly List<(ExportedRule Rule, Query Query)> _recordings = [.. recordings.Select(static recording => (recording.Rule, new Query(recording.Expression)))];

    /// <summary>The labels that the rule gives at each step from a first one on.</summary>
    /// <param name="phases">For each phase its evaluations, and for each input what it does.</param>
    /// <param name="timeline">The times of samples and evaluations.</param>
    /// <param name="from">The first step of interest.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="QueryException">The rule cannot be evaluated on these samples.</exception>
    internal List<Labels[]> Run(IReadOnlyList<(int Steps, SeriesBehaviour[][] Behaviours)> phases, Timeline timeline, int from, CancellationToken cancellation)
    {
        _source.Clear();
        for (var i = 0; i < inputs.Count; i++)
        {
            for (var j = 0; j < inputs[i].Series.Count; j++)
            {
                Append(inputs[i].Series[j], phases.Select(phase => (phase.Steps * timeline.Samples, phase.Behaviours[i][j])), timeline.Interval);
            }
        }

        var steps = phases.Sum(static phase => phase.Steps);
        var results = new List<Labels[]>();
        for (var step = _recordings.Count > 0 ? 0 : from; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            Record(step * timeline.Evaluation);
            if (step >= from)
            {
                results.Add(Evaluate(step * timeline.Evaluation));
            }
        }

        return results;
    }

    /// <summary>The values of a series over its phases, computed as promtool does: by adding.</summary>
    internal static IEnumerable<double?> Values(IEnumerable<(int Samples, SeriesBehaviour Behaviour)> phases, long interval)
    {
        double? last = null;
        foreach (var (samples, behaviour) in phases)
        {
            var change = behaviour.Slope * interval / 1000;
            var value = behaviour.Level ?? (last is { } before ? before + change : 0);
            for (var i = 0; i < samples; i++)
            {
                yield return behaviour.IsAbsent ? null : value;
                last = behaviour.IsAbsent ? last : value;
                value += change;
            }
        }
    }

    private void Append(Labels labels, IEnumerable<(int Samples, SeriesBehaviour Behaviour)> phases, long interval)
    {
        var time = 0L;
        foreach (var value in Values(phases, interval))
        {
            if (value is { } sample)
            {
                _source.Append(labels, time, sample);
            }

            time += interval;
        }
    }

    private void Record(long time)
    {
        foreach (var (rule, query) in _recordings)
        {
            foreach (ref readonly var sample in query.EvaluateVector(_source, time))
            {
                var labels = sample.Labels.With(LabelMatcher.MetricName, rule.Name);
                foreach (var (name, value) in rule.Labels)
                {
                    labels = labels.With(name, value);
                }

                _source.Append(labels, time, sample.Value);
            }
        }
    }

    private Labels[] Evaluate(long time)
    {
        var result = _query.EvaluateVector(_source, time);
        var labels = new Labels[result.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = result[i].Labels.DropMetadata();
        }

        return labels;
    }
}
