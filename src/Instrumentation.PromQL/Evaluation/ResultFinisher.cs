using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>The last step of an instant query: names marked to go are dropped (cleanupMetricLabels in promql/engine.go).</summary>
internal sealed class ResultFinisher
{
    private readonly LabelCache<Labels, Labels> _dropped = new(static labels => labels.DropMetadata());
    private readonly DuplicateCheck _duplicates = new();
    private readonly VectorBuffer _result = new();

    public VectorBuffer Finish(EvaluationContext context, VectorBuffer vector)
    {
        context.Hold(vector.Count);
        context.CheckSeries(vector.Count);
        if (!context.Options.DelayedNameRemoval)
        {
            return vector;
        }

        _result.Clear();
        foreach (ref readonly var sample in vector.Span)
        {
            _result.Add(sample.DropName ? sample with { Labels = _dropped.Get(sample.Labels), DropName = false } : sample);
        }

        _duplicates.Verify(_result.Span);
        return _result;
    }
}
