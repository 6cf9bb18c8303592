namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A function of each value and of up to two numbers: abs(), clamp(), round()…</summary>
internal sealed class MapNode(VectorNode operand, ScalarNode? first, ScalarNode? second, Func<double, double, double, double> map) : VectorNode
{
    private readonly VectorBuffer _result = new();
    private readonly NameDropper _names = new();

    public override void Prepare(EvaluationContext context, long start, long last)
    {
        operand.Prepare(context, start, last);
        first?.Prepare(context, start, last);
        second?.Prepare(context, start, last);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var a = first?.Evaluate(context, time) ?? 0;
        var b = second?.Evaluate(context, time) ?? 0;
        _result.Clear();
        foreach (ref readonly var sample in operand.Evaluate(context, time).Span)
        {
            if (sample.Histogram is null)
            {
                _result.Add(_names.Drop(context, sample.Labels, map(sample.Value, a, b)));
            }
        }

        _names.Verify(context, _result);
        return _result;
    }
}
