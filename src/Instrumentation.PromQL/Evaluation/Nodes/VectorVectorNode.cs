using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>An arithmetic or comparison operator between two vectors (VectorBinop in promql/engine.go).</summary>
internal sealed class VectorVectorNode : VectorNode
{
    private readonly BinaryExpression _binary;
    private readonly VectorMatching _matching;
    private readonly VectorNode _left;
    private readonly VectorNode _right;
    private readonly SignatureTable _signatures;
    private readonly LabelCache<(Labels Many, Labels One), Labels> _labels;
    private readonly LabelCache<Labels, Labels> _groups;
    private readonly Dictionary<int, VectorSample> _ones = [];
    private readonly HashSet<(int Group, Labels Result)> _matched = [];
    private readonly HashSet<int> _matchedGroups = [];
    private readonly VectorBuffer _result = new();
    private readonly DuplicateCheck _duplicates = new();
    private bool _dropsName;

    public VectorVectorNode(BinaryExpression binary, VectorNode left, VectorNode right)
    {
        _binary = binary;
        _matching = binary.Matching;
        _left = left;
        _right = right;
        _signatures = new SignatureTable(_matching.IsOn, _matching.Labels);
        _labels = new(pair => MatchedLabels.Of(pair.Many, pair.One, _matching, _dropsName));
        _groups = new(series => MatchedLabels.Group(series, _matching));
    }

    private bool ManyIsRight => _matching.Cardinality == MatchCardinality.OneToMany;

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        _dropsName = BinaryArithmetic.ChangesMeaning(_binary.Operator) || (_binary.ReturnsBool && !context.Options.DelayedNameRemoval);
        _signatures.Trim();
        _left.Prepare(context, first, last);
        _right.Prepare(context, first, last);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var left = _left.Evaluate(context, time);
        var right = _right.Evaluate(context, time);
        var (many, one) = ManyIsRight ? (right, left) : (left, right);
        // Prometheus swaps the sides of group_right but not their fill values; rules must give the same here as there.
        var (fillMany, fillOne) = (_matching.FillLeft, _matching.FillRight);
        _result.Clear();
        _matched.Clear();
        _matchedGroups.Clear();
        _ones.Clear();
        var fills = fillMany is not null || fillOne is not null;
        if (fills ? many.Count + one.Count == 0 : many.Count == 0 || one.Count == 0)
        {
            // Nothing can match; duplicates are of no matter then.
            return _result;
        }

        var operation = default(OperatorResult);
        IndexOnes(one.Span);
        foreach (ref readonly var sample in many.Span)
        {
            var group = _signatures.NumberOf(sample.Labels);
            if (_ones.TryGetValue(group, out var partner))
            {
                Combine(ref operation, group, sample, partner);
            }
            else if (fillOne is { } value)
            {
                Combine(ref operation, group, sample, new VectorSample(_groups.Get(sample.Labels), value));
            }
        }

        if (fillMany is { } fill)
        {
            FillMany(ref operation, one.Span, fill);
        }

        operation.Report(context, _binary);
        if (_dropsName && !context.Options.DelayedNameRemoval)
        {
            _duplicates.Verify(_result.Span);
        }

        return _result;
    }

    private void IndexOnes(ReadOnlySpan<VectorSample> ones)
    {
        foreach (ref readonly var sample in ones)
        {
            var group = _signatures.NumberOf(sample.Labels);
            if (!_ones.TryAdd(group, sample))
            {
                throw Duplicate(sample.Labels, _ones[group].Labels);
            }
        }
    }

    private void FillMany(ref OperatorResult operation, ReadOnlySpan<VectorSample> ones, double fill)
    {
        foreach (ref readonly var sample in ones)
        {
            var group = _signatures.NumberOf(sample.Labels);
            if (!_matchedGroups.Contains(group))
            {
                Combine(ref operation, group, new VectorSample(_groups.Get(sample.Labels), fill), sample);
            }
        }
    }

    private void Combine(ref OperatorResult operation, int group, in VectorSample many, in VectorSample one)
    {
        if (!(ManyIsRight ? operation.TryApply(_binary.Operator, one, many) : operation.TryApply(_binary.Operator, many, one)))
        {
            return;
        }

        var labels = _labels.Get((many.Labels, one.Labels));
        if (_matching.Cardinality == MatchCardinality.OneToOne)
        {
            if (!_matchedGroups.Add(group))
            {
                throw new QueryException("multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)");
            }
        }
        else
        {
            _matchedGroups.Add(group);
            if (!_matched.Add((group, labels)))
            {
                throw new QueryException("multiple matches for labels: grouping labels must ensure unique matches");
            }
        }

        if (_binary.ReturnsBool)
        {
            _result.Add(new VectorSample(labels, operation.Keep ? 1 : 0) { DropName = true });
        }
        else if (operation.Keep)
        {
            _result.Add(new VectorSample(labels, operation.Value) { Histogram = operation.Histogram });
        }
    }

    private QueryException Duplicate(Labels one, Labels other)
    {
        var side = ManyIsRight ? "left" : "right";
        var (first, second) = (one.ToString(), other.ToString());
        (first, second) = string.CompareOrdinal(first, second) > 0 ? (second, first) : (first, second);
        return new QueryException(
            $"found duplicate series for the match group {MatchedLabels.Group(one, _matching)} on the {side} hand-side of the operation: "
            + $"[{first}, {second}];many-to-many matching not allowed: matching labels must be unique on one side");
    }
}
