using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>absent() and absent_over_time(): 1 when there is nothing, with the labels that were asked for by equality.</summary>
internal sealed class AbsentNode(VectorNode operand, Labels labels, bool overTime) : VectorNode
{
    private readonly VectorBuffer _result = new();

    public override void Prepare(EvaluationContext context, long first, long last) => operand.Prepare(context, first, last);

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        _result.Clear();
        if (operand.Evaluate(context, time).Count == 0)
        {
            _result.Add(new VectorSample(labels, 1) { DropName = overTime && context.Options.DelayedNameRemoval });
        }

        return _result;
    }

    /// <summary>The labels of the result (createLabelsForAbsentFunction in promql/functions.go).</summary>
    public static Labels LabelsFor(Expression argument)
    {
        var selector = argument as VectorSelector ?? (argument as MatrixSelector)?.Selector;
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var matcher in selector?.Matchers ?? [])
        {
            if (matcher.Name == LabelMatcher.MetricName)
            {
                continue;
            }

            if (matcher.Kind == MatchKind.Equal && seen.Add(matcher.Name))
            {
                wanted[matcher.Name] = matcher.Value;
            }
            else
            {
                wanted.Remove(matcher.Name);
            }
        }

        return Labels.From(wanted.Select(static pair => new Label(pair.Key, pair.Value)));
    }
}
