using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>info(): adds the labels of info series that agree in <c>instance</c> and <c>job</c> (promql/info.go).</summary>
internal sealed class InfoNode : VectorNode
{
    private static readonly string[] s_identifying = ["instance", "job"];
    private readonly VectorNode _operand;
    private readonly InstantSelectorNode _info;
    private readonly SeriesMatcher[] _nameMatchers;
    private readonly ILookup<string, SeriesMatcher> _dataMatchers;
    private readonly bool _dropsUnmatched;
    private readonly InfoJoin _join;
    private readonly VectorBuffer _result = new();
    private readonly DuplicateCheck _duplicates = new();

    public InfoNode(VectorNode operand, Expression operandSyntax, VectorSelector? wanted)
    {
        var matchers = SeriesLoader.Matchers(wanted?.Matchers ?? []).ToList();
        _operand = operand;
        _dataMatchers = matchers.Where(static matcher => matcher.Name != Labels.MetricName).ToLookup(static matcher => matcher.Name);
        _nameMatchers = NameMatchers(matchers.FindAll(static matcher => matcher.Name == Labels.MetricName));
        _dropsUnmatched = _dataMatchers.Any(static group => group.Any(static matcher => !matcher.Matches("")));
        var infoMatchers = _dataMatchers.SelectMany(static group => group).Concat(_nameMatchers);
        _info = new InstantSelectorNode(infoMatchers, ShiftOf(operandSyntax) ?? TimeShift.None);
        _join = new InfoJoin(s_identifying, [.. _dataMatchers.Select(static group => group.Key)]);
    }

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        _operand.Prepare(context, first, last);
        _info.Prepare(context, first, last);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var vector = _operand.Evaluate(context, time).Span;
        _join.Begin();
        foreach (ref readonly var sample in vector)
        {
            if (!IsInfo(sample.Labels))
            {
                _join.AddBase(sample.Labels);
            }
        }

        foreach (ref readonly var sample in _info.Evaluate(context, time).Span)
        {
            if (sample.Histogram is not null)
            {
                throw new QueryException($"this should be an info metric, with float samples: {sample.Labels}");
            }

            _join.AddInfo(sample.Labels, sample.Timestamp);
        }

        _result.Clear();
        foreach (ref readonly var sample in vector)
        {
            Add(sample);
        }

        _duplicates.Verify(_result.Span);
        return _result;
    }

    private void Add(in VectorSample sample)
    {
        if (IsInfo(sample.Labels))
        {
            _result.Add(sample);
            return;
        }

        var labels = _join.Enrich(sample.Labels, out var matched);
        if (matched || !_dropsUnmatched)
        {
            _result.Add(sample with { Labels = labels });
        }
    }

    // Info series themselves pass through as they are.
    private bool IsInfo(Labels labels) => Array.TrueForAll(_nameMatchers, matcher => matcher.Matches(labels.Name));

    private static SeriesMatcher[] NameMatchers(List<SeriesMatcher> written)
    {
        if (written.Count == 0)
        {
            return [new SeriesMatcher(MatchKind.Equal, Labels.MetricName, "target_info")];
        }

        // Exclusions alone would take in every metric there is.
        return written.Exists(static matcher => matcher.Kind is MatchKind.Equal or MatchKind.Regex)
            ? [.. written]
            : [new SeriesMatcher(MatchKind.Regex, Labels.MetricName, ".+_info"), .. written];
    }

    /// <summary>Info series are read at the time that the first selector of the argument reads at.</summary>
    private static TimeShift? ShiftOf(Expression expression)
    {
        if (expression is VectorSelector selector)
        {
            return selector.Shift;
        }

        var inner = expression.Children.Select(ShiftOf).FirstOrDefault(static shift => shift is not null);
        return inner is { Anchor: AtAnchor.None } && expression is SubqueryExpression subquery
            ? Combine(inner, subquery.Shift)
            : inner;
    }

    private static TimeShift Combine(TimeShift inner, TimeShift outer) => outer with
    {
        Offset = inner.Offset is null ? outer.Offset
            : outer.Offset is null ? inner.Offset
            : new DurationBinary(BinaryOperator.Add, inner.Offset, outer.Offset),
    };
}
