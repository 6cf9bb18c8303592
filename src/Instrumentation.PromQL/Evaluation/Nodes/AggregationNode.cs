using System.Runtime.InteropServices;
using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Aggregations that give one series a group: sum, avg, count, min, max, group, stddev, stdvar, quantile.</summary>
internal sealed class AggregationNode(AggregateExpression aggregate, VectorNode operand, ScalarNode? parameter) : VectorNode
{
    private readonly GroupTable _groups = new(aggregate.Grouping, aggregate.Without);
    private readonly List<GroupAccumulator> _accumulators = [];
    private readonly VectorBuffer _result = new();

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        if (_groups.Trim())
        {
            _accumulators.Clear();
        }

        operand.Prepare(context, first, last);
        parameter?.Prepare(context, first, last);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var q = parameter?.Evaluate(context, time) ?? 0;
        if (aggregate.Operator == AggregationOperator.Quantile)
        {
            Quantiles.WarnUnlessValid(context, q, aggregate.Parameter!.Range);
        }

        foreach (ref var accumulator in CollectionsMarshal.AsSpan(_accumulators))
        {
            accumulator.Reset();
        }

        foreach (ref readonly var sample in operand.Evaluate(context, time).Span)
        {
            var group = _groups.NumberOf(sample.Labels);
            if (group == _accumulators.Count)
            {
                _accumulators.Add(default);
            }

            CollectionsMarshal.AsSpan(_accumulators)[group].Add(aggregate.Operator, sample.Value, sample.DropName);
        }

        _result.Clear();
        var accumulators = CollectionsMarshal.AsSpan(_accumulators);
        for (var group = 0; group < accumulators.Length; group++)
        {
            if (accumulators[group].Count > 0)
            {
                var value = accumulators[group].Result(aggregate.Operator, q);
                _result.Add(new VectorSample(_groups.LabelsOf(group), value) { DropName = accumulators[group].DropName });
            }
        }

        return _result;
    }
}
