namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A part of a query that gives a number.</summary>
internal abstract class ScalarNode
{
    /// <inheritdoc cref="VectorNode.Prepare"/>
    public abstract void Prepare(EvaluationContext context, long first, long last);

    /// <summary>Evaluates at one time.</summary>
    public abstract double Evaluate(EvaluationContext context, long time);
}
