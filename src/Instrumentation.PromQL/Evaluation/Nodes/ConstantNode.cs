namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A number.</summary>
internal sealed class ConstantNode(double value) : ScalarNode
{
    public override void Prepare(EvaluationContext context, long first, long last)
    {
    }

    public override double Evaluate(EvaluationContext context, long time) => value;
}
