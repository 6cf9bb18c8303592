using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Takes the name off samples whose value was changed: at once, or as a mark for the end of the query.</summary>
internal sealed class NameDropper
{
    private readonly LabelCache<Labels, Labels> _dropped = new(static labels => labels.DropMetadata());
    private readonly DuplicateCheck _duplicates = new();

    public VectorSample Drop(EvaluationContext context, Labels labels, double value) => context.Options.DelayedNameRemoval
        ? new VectorSample(labels, value) { DropName = true }
        : new VectorSample(_dropped.Get(labels), value);

    /// <summary>Without their names two series may have become one.</summary>
    /// <exception cref="QueryException">They have.</exception>
    public void Verify(EvaluationContext context, VectorBuffer vector)
    {
        if (!context.Options.DelayedNameRemoval)
        {
            _duplicates.Verify(vector.Span);
        }
    }
}
