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

            ref var accumulator = ref CollectionsMarshal.AsSpan(_accumulators)[group];
            if (sample.Histogram is null)
            {
                accumulator.Add(aggregate.Operator, sample.Value, sample.DropName);
            }
            else
            {
                AddHistogram(context, ref accumulator, sample);
            }
        }

        _result.Clear();
        var accumulators = CollectionsMarshal.AsSpan(_accumulators);
        for (var group = 0; group < accumulators.Length; group++)
        {
            if (accumulators[group].Count > 0)
            {
                AddResult(context, group, ref accumulators[group], q);
            }
        }

        return _result;
    }

    private void AddHistogram(EvaluationContext context, ref GroupAccumulator accumulator, in VectorSample sample)
    {
        switch (aggregate.Operator)
        {
            case AggregationOperator.Count or AggregationOperator.Group:
                accumulator.Add(aggregate.Operator, 0, sample.DropName);
                return;
            case AggregationOperator.Sum or AggregationOperator.Avg:
                if (!accumulator.TryAdd(aggregate.Operator, sample.Histogram!, sample.DropName))
                {
                    context.Annotations.Warn(HistogramNotes.MixedSchemas(sample.Labels.Name), aggregate.Operand.Range);
                }

                return;
            default:
                context.Annotations.Info($"ignored histogram in {aggregate.Operator.Name()} aggregation", aggregate.Operand.Range);
                return;
        }
    }

    private void AddResult(EvaluationContext context, int group, ref GroupAccumulator accumulator, double q)
    {
        var range = aggregate.Operand.Range;
        var result = new VectorSample(_groups.LabelsOf(group), 0) { DropName = accumulator.DropName };
        if (accumulator.Histograms is not { } histograms)
        {
            _result.Add(result with { Value = accumulator.Result(aggregate.Operator, q) });
            return;
        }

        if (accumulator.HasNumbers)
        {
            context.Annotations.Warn("encountered a mix of histograms and floats for aggregation", range);
            return;
        }

        if (accumulator.IsVoid)
        {
            return;
        }

        if (histograms.WasReconciled)
        {
            context.Annotations.Info(HistogramNotes.Reconciled("aggregation"), range);
        }

        if (histograms.HasResetCollision)
        {
            context.Annotations.Warn(HistogramNotes.Collision("aggregation"), range);
        }

        _result.Add(result with { Histogram = (aggregate.Operator == AggregationOperator.Avg ? histograms.Mean() : histograms.Total()).Compact() });
    }
}
