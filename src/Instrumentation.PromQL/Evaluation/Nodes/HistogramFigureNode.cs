using Instrumentation.PromQL.Histograms;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>A figure of each native histogram; numbers give nothing.</summary>
internal sealed class HistogramFigureNode(VectorNode operand, Func<NativeHistogram, double> figure) : VectorNode
{
    private readonly VectorBuffer _result = new();
    private readonly NameDropper _names = new();

    public override void Prepare(EvaluationContext context, long first, long last) => operand.Prepare(context, first, last);

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        _result.Clear();
        foreach (ref readonly var sample in operand.Evaluate(context, time).Span)
        {
            if (sample.Histogram is not null)
            {
                _result.Add(_names.Drop(context, sample.Labels, figure(sample.Histogram)));
            }
        }

        _names.Verify(context, _result);
        return _result;
    }
}
