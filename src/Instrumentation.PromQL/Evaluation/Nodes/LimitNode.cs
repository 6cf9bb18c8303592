using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>limitk and limit_ratio: some of the series, chosen without regard to their values.</summary>
internal sealed class LimitNode(AggregateExpression aggregate, VectorNode operand, ScalarNode parameter) : VectorNode
{
    private readonly GroupTable _groups = new(aggregate.Grouping, aggregate.Without);
    private readonly Dictionary<int, long> _taken = [];
    private readonly LabelHashes _hashes = new();
    private readonly VectorBuffer _result = new();

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        _groups.Trim();
        operand.Prepare(context, first, last);
        parameter.Prepare(context, first, last);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var limit = parameter.Evaluate(context, time);
        var vector = operand.Evaluate(context, time).Span;
        _result.Clear();
        if (aggregate.Operator == AggregationOperator.LimitK)
        {
            TakeFirst(CountParameter.Read(limit), vector);
        }
        else
        {
            TakeShare(context, limit, vector);
        }

        return _result;
    }

    private void TakeFirst(long k, ReadOnlySpan<VectorSample> vector)
    {
        _taken.Clear();
        foreach (ref readonly var sample in vector)
        {
            var group = _groups.NumberOf(sample.Labels);
            var taken = _taken.GetValueOrDefault(group);
            if (taken < k)
            {
                _taken[group] = taken + 1;
                _result.Add(sample);
            }
        }
    }

    // A negative share takes exactly those that its complement leaves.
    private void TakeShare(EvaluationContext context, double ratio, ReadOnlySpan<VectorSample> vector)
    {
        if (double.IsNaN(ratio))
        {
            throw new QueryException("Ratio value is NaN");
        }

        var capped = Math.Clamp(ratio, -1, 1);
        if (capped != ratio)
        {
            context.Annotations.Warn(
                $"ratio value should be between -1 and 1, got {GoFormat.General(ratio)}, capping to {GoFormat.General(capped)}",
                aggregate.Parameter!.Range);
        }

        foreach (ref readonly var sample in vector)
        {
            var place = _hashes.Get(sample.Labels) / (double)ulong.MaxValue;
            if (capped > 0 ? place < capped : capped < 0 && place >= 1 + capped)
            {
                _result.Add(sample);
            }
        }
    }
}
