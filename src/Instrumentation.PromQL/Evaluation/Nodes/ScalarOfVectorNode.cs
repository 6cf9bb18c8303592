namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>scalar(): the value of a vector with one series, else NaN.</summary>
internal sealed class ScalarOfVectorNode(VectorNode operand) : ScalarNode
{
    public override void Prepare(EvaluationContext context, long first, long last) => operand.Prepare(context, first, last);

    public override double Evaluate(EvaluationContext context, long time)
    {
        var vector = operand.Evaluate(context, time);
        return vector.Count == 1 ? vector.Span[0].Value : double.NaN;
    }
}
