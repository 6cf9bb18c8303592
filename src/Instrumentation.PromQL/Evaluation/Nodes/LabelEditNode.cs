using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>label_replace() and label_join(): the same values under other labels.</summary>
/// <param name="operand">Whose values.</param>
/// <param name="target">The label that is given.</param>
/// <param name="edit">The labels with the one given; null to leave a series as it is.</param>
internal sealed class LabelEditNode(VectorNode operand, string target, Func<Labels, Labels?> edit) : VectorNode
{
    private readonly LabelCache<Labels, Labels?> _labels = new(edit);
    private readonly DuplicateCheck _duplicates = new();
    private readonly VectorBuffer _result = new();

    /// <exception cref="QueryException">The regular expression or the label's name is wrong.</exception>
    public static LabelEditNode Replace(VectorNode operand, string target, string replacement, string source, string pattern)
    {
        RequireLabelName(target, "destination", "label_replace");
        try
        {
            var regex = SafeRegex.Create(pattern, out var groupNames);
            return new LabelEditNode(operand, target, labels =>
            {
                var match = regex.Match(labels.Get(source));
                return match.Success ? labels.With(target, LabelTemplates.Expand(replacement, match, groupNames)) : null;
            });
        }
        catch (ArgumentException exception)
        {
            throw new QueryException($"invalid regular expression in label_replace(): {pattern}: {exception.Message}", exception);
        }
    }

    /// <exception cref="QueryException">A label's name is wrong.</exception>
    public static LabelEditNode Join(VectorNode operand, string target, string separator, IReadOnlyList<string> sources)
    {
        foreach (var source in sources)
        {
            RequireLabelName(source, "source", "label_join");
        }

        RequireLabelName(target, "destination", "label_join");
        return new LabelEditNode(operand, target, labels => labels.With(target, string.Join(separator, sources.Select(labels.Get))));
    }

    public override void Prepare(EvaluationContext context, long first, long last) => operand.Prepare(context, first, last);

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        _result.Clear();
        foreach (ref readonly var sample in operand.Evaluate(context, time).Span)
        {
            // A name that was just given is to stay, even if the value is no longer the metric's.
            _result.Add(_labels.Get(sample.Labels) is { } labels
                ? sample with { Labels = labels, DropName = sample.DropName && target != Labels.MetricName }
                : sample);
        }

        _duplicates.Verify(_result.Span);
        return _result;
    }

    private static void RequireLabelName(string name, string role, string function)
    {
        if (!Utf8Text.IsLabelName(name))
        {
            throw new QueryException($"invalid {role} label name in {function}(): {name}");
        }
    }
}
