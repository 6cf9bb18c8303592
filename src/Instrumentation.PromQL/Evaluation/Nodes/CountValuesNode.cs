using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>count_values: how many series have each value (aggregationCountValues in promql/engine.go).</summary>
internal sealed class CountValuesNode : VectorNode
{
    private readonly VectorNode _operand;
    private readonly GroupTable _groups;
    private readonly LabelCache<(Labels Series, double Value, NativeHistogram? Histogram), Labels> _labels;
    private readonly Dictionary<int, int> _counts = [];
    private readonly VectorBuffer _result = new();

    public CountValuesNode(AggregateExpression aggregate, VectorNode operand, string label)
    {
        if (!Utf8Text.IsLabelName(label))
        {
            throw new QueryException($"invalid label name {StringLiterals.Quote(label)}");
        }

        _operand = operand;
        _groups = new GroupTable(aggregate.Without ? aggregate.Grouping : [.. aggregate.Grouping, label], aggregate.Without);
        _labels = new(pair => pair.Series.With(label, pair.Histogram?.ToString() ?? Numbers.Format(pair.Value)));
    }

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        _groups.Trim();
        _operand.Prepare(context, first, last);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        _counts.Clear();
        foreach (ref readonly var sample in _operand.Evaluate(context, time).Span)
        {
            var group = _groups.NumberOf(_labels.Get((sample.Labels, sample.Value, sample.Histogram)));
            _counts[group] = _counts.GetValueOrDefault(group) + 1;
        }

        _result.Clear();
        foreach (var (group, count) in _counts)
        {
            _result.Add(new VectorSample(_groups.LabelsOf(group), count));
        }

        return _result;
    }
}
