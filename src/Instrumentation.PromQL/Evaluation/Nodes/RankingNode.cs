using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>topk and bottomk (aggregationK in promql/engine.go).</summary>
internal sealed class RankingNode(AggregateExpression aggregate, VectorNode operand, ScalarNode parameter) : VectorNode
{
    private readonly GroupTable _groups = new(aggregate.Grouping, aggregate.Without);
    private readonly List<VectorBuffer> _members = [];
    private readonly VectorBuffer _result = new();
    private readonly Comparison<VectorSample> _order = aggregate.Operator == AggregationOperator.TopK
        ? static (a, b) => Descending(a.Value, b.Value)
        : static (a, b) => Ascending(a.Value, b.Value);

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        if (_groups.Trim())
        {
            _members.Clear();
        }

        operand.Prepare(context, first, last);
        parameter.Prepare(context, first, last);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var k = CountParameter.Read(parameter.Evaluate(context, time));
        // Also when none are taken: what is wrong with the operand has to be told all the same.
        var vector = operand.Evaluate(context, time).Span;
        _result.Clear();
        if (k < 1)
        {
            return _result;
        }

        foreach (var members in _members)
        {
            members.Clear();
        }

        foreach (ref readonly var sample in vector)
        {
            if (sample.Histogram is not null)
            {
                context.Annotations.Info($"ignored histogram in {aggregate.Operator.Name()} aggregation", aggregate.Range);
                continue;
            }

            var group = _groups.NumberOf(sample.Labels);
            if (group == _members.Count)
            {
                _members.Add(new VectorBuffer());
            }

            _members[group].Add(sample);
        }

        foreach (var members in _members)
        {
            StableSort.Sort(members.Span, _order);
            foreach (ref readonly var sample in members.Span[..(int)Math.Min(k, members.Count)])
            {
                _result.Add(sample);
            }
        }

        return _result;
    }

    /// <summary>Largest first, NaN last.</summary>
    public static int Descending(double a, double b) => double.IsNaN(a) || double.IsNaN(b)
        ? double.IsNaN(a).CompareTo(double.IsNaN(b))
        : b.CompareTo(a);

    /// <summary>Smallest first, NaN last.</summary>
    public static int Ascending(double a, double b) => double.IsNaN(a) || double.IsNaN(b)
        ? double.IsNaN(a).CompareTo(double.IsNaN(b))
        : a.CompareTo(b);
}
