namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>sort(), sort_desc() and sort_by_label(): the order of the result, which a range query does not keep.</summary>
internal sealed class SortNode(VectorNode operand, Comparison<VectorSample> order, bool byValue, Parsing.SourceRange range) : VectorNode
{
    private readonly VectorBuffer _result = new();

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        operand.Prepare(context, first, last);
        if (first != last)
        {
            context.Annotations.Warn("sort is ineffective for range queries since results are always ordered by labels", range);
        }
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        _result.Clear();
        foreach (ref readonly var sample in operand.Evaluate(context, time).Span)
        {
            // A histogram has no place among numbers.
            if (!byValue || sample.Histogram is null)
            {
                _result.Add(sample);
            }
        }

        StableSort.Sort(_result.Span, order);
        return _result;
    }
}
