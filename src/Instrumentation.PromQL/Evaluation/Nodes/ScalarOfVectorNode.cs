namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>scalar(): the value of a vector with one number, else NaN.</summary>
internal sealed class ScalarOfVectorNode(VectorNode operand) : ScalarNode
{
    public override void Prepare(EvaluationContext context, long first, long last) => operand.Prepare(context, first, last);

    public override double Evaluate(EvaluationContext context, long time)
    {
        var found = false;
        var value = double.NaN;
        foreach (ref readonly var sample in operand.Evaluate(context, time).Span)
        {
            if (sample.Histogram is null)
            {
                value = found ? double.NaN : sample.Value;
                if (found)
                {
                    break;
                }

                found = true;
            }
        }

        return value;
    }
}
