namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A minus sign before a vector.</summary>
internal sealed class NegationNode(VectorNode operand) : VectorNode
{
    private readonly VectorBuffer _result = new();
    private readonly NameDropper _names = new();

    public override void Prepare(EvaluationContext context, long first, long last) => operand.Prepare(context, first, last);

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        _result.Clear();
        foreach (ref readonly var sample in operand.Evaluate(context, time).Span)
        {
            var negated = _names.Drop(context, sample.Labels, -sample.Value);
            _result.Add(sample.Histogram is null ? negated : negated with { Histogram = sample.Histogram.Multiply(-1) });
        }

        _names.Verify(context, _result);
        return _result;
    }
}
