namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Functions of native histograms: floats give nothing (simpleHistogramFunc in promql/functions.go).</summary>
internal sealed class NothingNode(VectorNode operand) : VectorNode
{
    private readonly VectorBuffer _nothing = new();

    public override void Prepare(EvaluationContext context, long first, long last) => operand.Prepare(context, first, last);

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        // The operand is evaluated all the same: it refuses native histograms, which would otherwise be left out unseen.
        _ = operand.Evaluate(context, time);
        return _nothing;
    }
}
