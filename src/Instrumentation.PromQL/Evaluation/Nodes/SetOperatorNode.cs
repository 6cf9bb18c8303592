using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>and, or, unless (VectorAnd, VectorOr, VectorUnless in promql/engine.go).</summary>
internal sealed class SetOperatorNode(BinaryOperator op, VectorNode left, VectorNode right, VectorMatching matching) : VectorNode
{
    private readonly SignatureTable _signatures = new(matching.IsOn, matching.Labels);
    private readonly VectorBuffer _result = new();
    private readonly HashSet<int> _present = [];
    private readonly DuplicateCheck _duplicates = new();

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        _signatures.Trim();
        left.Prepare(context, first, last);
        right.Prepare(context, first, last);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var lefts = left.Evaluate(context, time).Span;
        var rights = right.Evaluate(context, time).Span;
        _result.Clear();
        _present.Clear();
        foreach (ref readonly var sample in op == BinaryOperator.Or ? lefts : rights)
        {
            _present.Add(_signatures.NumberOf(sample.Labels));
        }

        foreach (ref readonly var sample in lefts)
        {
            if (op == BinaryOperator.Or || _present.Contains(_signatures.NumberOf(sample.Labels)) == (op == BinaryOperator.And))
            {
                _result.Add(sample);
            }
        }

        if (op == BinaryOperator.Or)
        {
            AddMissing(context, rights);
        }

        return _result;
    }

    private void AddMissing(EvaluationContext context, ReadOnlySpan<VectorSample> rights)
    {
        foreach (ref readonly var sample in rights)
        {
            if (!_present.Contains(_signatures.NumberOf(sample.Labels)))
            {
                _result.Add(sample);
            }
        }

        if (!context.Options.DelayedNameRemoval)
        {
            _duplicates.Verify(_result.Span);
        }
    }
}
