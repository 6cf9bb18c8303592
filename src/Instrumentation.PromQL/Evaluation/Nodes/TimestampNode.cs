namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>timestamp() and start_timestamp(): of the sample itself where the argument is a selector, else of the evaluation.</summary>
internal sealed class TimestampNode(VectorNode operand, bool ofStart) : VectorNode
{
    private readonly VectorBuffer _result = new();
    private readonly NameDropper _names = new();

    public override void Prepare(EvaluationContext context, long first, long last) => operand.Prepare(context, first, last);

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var selector = operand as InstantSelectorNode;
        var vector = operand.Evaluate(context, time).Span;
        _result.Clear();
        for (var i = 0; i < vector.Length; i++)
        {
            if (ofStart && selector is null)
            {
                break;
            }

            var milliseconds = ofStart ? selector!.StartTimes[i] : selector is null ? time : vector[i].Timestamp;
            _result.Add(_names.Drop(context, vector[i].Labels, milliseconds / 1000.0));
        }

        _names.Verify(context, _result);
        return _result;
    }
}
