namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A number that follows from the evaluation itself: time(), start(), end(), step(), range().</summary>
internal sealed class ContextScalarNode(Func<EvaluationContext, long, double> read) : ScalarNode
{
    public override void Prepare(EvaluationContext context, long first, long last)
    {
    }

    public override double Evaluate(EvaluationContext context, long time) => read(context, time);
}
