using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>vector(), and functions without arguments that give one series without labels.</summary>
internal sealed class VectorOfScalarNode(ScalarNode operand) : VectorNode
{
    private readonly VectorBuffer _result = new();

    public override void Prepare(EvaluationContext context, long first, long last) => operand.Prepare(context, first, last);

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        _result.Clear();
        _result.Add(new VectorSample(Labels.Empty, operand.Evaluate(context, time)));
        return _result;
    }
}
