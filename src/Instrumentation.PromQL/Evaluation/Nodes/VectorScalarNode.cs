using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>An operator between a vector and a number (VectorscalarBinop in promql/engine.go).</summary>
internal sealed class VectorScalarNode(BinaryExpression binary, VectorNode vector, ScalarNode scalar, bool scalarFirst) : VectorNode
{
    private readonly VectorBuffer _result = new();
    private readonly NameDropper _names = new();

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        vector.Prepare(context, first, last);
        scalar.Prepare(context, first, last);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var op = binary.Operator;
        var number = scalar.Evaluate(context, time);
        var dropsName = BinaryArithmetic.ChangesMeaning(op) || binary.ReturnsBool;
        var samples = vector.Evaluate(context, time).Span;
        TrimNote.AddIfFloats(context, binary, !samples.IsEmpty);
        _result.Clear();
        foreach (ref readonly var sample in samples)
        {
            var (left, right) = scalarFirst ? (number, sample.Value) : (sample.Value, number);
            var keep = BinaryArithmetic.Apply(op, left, right, out var value);
            if (op.IsComparison())
            {
                // A filter gives the vector's value, whichever side it is on.
                value = binary.ReturnsBool ? (keep ? 1 : 0) : sample.Value;
            }

            if (keep || (binary.ReturnsBool && op.IsComparison()))
            {
                _result.Add(dropsName ? _names.Drop(context, sample.Labels, value) : sample with { Value = value });
            }
        }

        if (dropsName)
        {
            _names.Verify(context, _result);
        }

        return _result;
    }
}
