namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A number made of another, or of two.</summary>
internal sealed class ScalarMapNode(ScalarNode left, ScalarNode? right, Func<double, double, double> map) : ScalarNode
{
    public override void Prepare(EvaluationContext context, long first, long last)
    {
        left.Prepare(context, first, last);
        right?.Prepare(context, first, last);
    }

    public override double Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        return map(left.Evaluate(context, time), right?.Evaluate(context, time) ?? 0);
    }
}
