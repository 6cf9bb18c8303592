using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

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
        var scalarSample = new VectorSample(Labels.Empty, number);
        var operation = default(OperatorResult);
        _result.Clear();
        foreach (ref readonly var sample in samples)
        {
            if (!(scalarFirst ? operation.TryApply(op, scalarSample, sample) : operation.TryApply(op, sample, scalarSample)))
            {
                continue;
            }

            // A filter gives the vector's value, whichever side it is on.
            var value = op.IsComparison() ? sample.Value : operation.Value;
            value = binary.ReturnsBool ? (operation.Keep ? 1 : 0) : value;
            if (operation.Keep || binary.ReturnsBool)
            {
                var result = dropsName ? _names.Drop(context, sample.Labels, value) : sample with { Value = value };
                _result.Add(operation.Histogram is null ? result : result with { Histogram = operation.Histogram });
            }
        }

        operation.Report(context, binary);
        if (dropsName)
        {
            _names.Verify(context, _result);
        }

        return _result;
    }
}
