namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>clamp(), which gives nothing where its bounds are the wrong way round.</summary>
internal sealed class ClampNode(VectorNode operand, ScalarNode min, ScalarNode max, Func<double, double, double, double> map) : VectorNode
{
    private readonly VectorBuffer _nothing = new();
    private readonly MapNode _map = new(operand, min, max, map);

    public override void Prepare(EvaluationContext context, long first, long last) => _map.Prepare(context, first, last);

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var vector = _map.Evaluate(context, time);
        return max.Evaluate(context, time) < min.Evaluate(context, time) ? _nothing : vector;
    }
}
