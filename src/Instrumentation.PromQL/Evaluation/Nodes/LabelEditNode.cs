using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>label_replace() and label_join(): the same values under other labels.</summary>
internal sealed class LabelEditNode : VectorNode
{
    // Prometheus has no such bound, but a few calls within each other could fill any memory.
    private const int LongestValue = 100_000;
    private const int CharactersPerSample = 8;

    private readonly VectorNode _operand;
    private readonly string _target;
    private readonly Func<Labels, string?> _value;
    private readonly LabelCache<Labels, Labels?> _labels;
    private readonly DuplicateCheck _duplicates = new();
    private readonly VectorBuffer _result = new();
    private EvaluationContext? _context;

    /// <param name="operand">Whose values.</param>
    /// <param name="target">The label that is given.</param>
    /// <param name="value">The label's value; null to leave a series as it is.</param>
    private LabelEditNode(VectorNode operand, string target, Func<Labels, string?> value)
    {
        (_operand, _target, _value) = (operand, target, value);
        _labels = new(Edit);
    }

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
                return !match.Success ? null
                    : LabelTemplates.TryExpand(replacement, match, groupNames, LongestValue, out var value) ? value
                    : throw TooLong("label_replace");
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
        return new LabelEditNode(operand, target, labels => sources.Sum(source => (long)labels.Get(source).Length + separator.Length) <= LongestValue
            ? string.Join(separator, sources.Select(labels.Get))
            : throw TooLong("label_join"));
    }

    public override void Prepare(EvaluationContext context, long first, long last) => _operand.Prepare(context, first, last);

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        _context = context;
        _result.Clear();
        foreach (ref readonly var sample in _operand.Evaluate(context, time).Span)
        {
            // A name that was just given is to stay, even if the value is no longer the metric's.
            _result.Add(_labels.Get(sample.Labels) is { } labels
                ? sample with { Labels = labels, DropName = sample.DropName && _target != Labels.MetricName }
                : sample);
        }

        _duplicates.Verify(_result.Span);
        return _result;
    }

    private Labels? Edit(Labels labels)
    {
        if (_value(labels) is not { } value)
        {
            return null;
        }

        _context!.Hold(value.Length / CharactersPerSample);
        return labels.With(_target, value);
    }

    private static QueryLimitException TooLong(string function) => new($"{function}() would make a label value of more than {LongestValue} characters");

    private static void RequireLabelName(string name, string role, string function)
    {
        if (!Utf8Text.IsLabelName(name))
        {
            throw new QueryException($"invalid {role} label name in {function}(): {name}");
        }
    }
}
