using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>histogram_quantile(), and histogram_quantiles() where a label says which quantile it is.</summary>
internal sealed class HistogramQuantileNode : VectorNode
{
    private readonly VectorNode _operand;
    private readonly Expression _operandSyntax;
    private readonly (ScalarNode Value, Expression Syntax)[] _quantiles;
    private readonly bool _isLabelled;
    private readonly LabelCache<(Labels Series, double Quantile), Labels> _labels;
    private readonly BucketCollector _buckets;
    private readonly NameDropper _names = new();
    private readonly VectorBuffer _result = new();
    private readonly double[] _values;

    public HistogramQuantileNode(
        VectorNode operand, Expression operandSyntax, (ScalarNode Value, Expression Syntax)[] quantiles, string? label)
    {
        (_operand, _operandSyntax, _quantiles, _isLabelled) = (operand, operandSyntax, quantiles, label is not null);
        _labels = new(pair => pair.Series.With(label!, GoFormat.OpenMetrics(pair.Quantile)));
        _buckets = new BucketCollector(operandSyntax.Range);
        _values = new double[quantiles.Length];
    }

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        _operand.Prepare(context, first, last);
        foreach (var (value, _) in _quantiles)
        {
            value.Prepare(context, first, last);
        }
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = _quantiles[i].Value.Evaluate(context, time);
            Quantiles.WarnUnlessValid(context, _values[i], _quantiles[i].Syntax.Range);
        }

        _buckets.Collect(context, _operand.Evaluate(context, time).Span);
        _result.Clear();
        for (var i = 0; i < _buckets.Native.Count; i++)
        {
            AddNative(context, _buckets.Native[i]);
        }

        for (var histogram = 0; histogram < _buckets.Count; histogram++)
        {
            var buckets = _buckets.BucketsOf(histogram);
            if (!buckets.IsEmpty)
            {
                Add(context, time, _buckets.LabelsOf(histogram), buckets);
            }
        }

        _names.Verify(context, _result);
        return _result;
    }

    private void AddNative(EvaluationContext context, VectorSample sample)
    {
        foreach (var q in _values)
        {
            var quantile = HistogramStatistics.Quantile(q, sample.Histogram!, out var note);
            if (note is not null)
            {
                context.Annotations.Info(note + BucketCollector.ForMetric(context, sample.Labels), _operandSyntax.Range);
            }

            _result.Add(_names.Drop(context, _isLabelled ? _labels.Get((sample.Labels, q)) : sample.Labels, quantile));
        }
    }

    private void Add(EvaluationContext context, long time, Labels series, Span<Bucket> buckets)
    {
        buckets = BucketSet.SortAndMerge(buckets);
        if (!buckets.IsEmpty
            && BucketSet.ForceMonotonic(buckets, out var min, out var max, out var difference)
            && Array.Exists(_values, static q => q is >= 0 and <= 1))
        {
            // Where names are dropped at once there is none left to report.
            var name = context.Options.DelayedNameRemoval ? series.Name : "";
            context.Annotations.ForcedMonotonicity(new MonotonicityNote(name, _operandSyntax.Range, time, time, min, max, difference, 1));
        }

        foreach (var q in _values)
        {
            var labels = _isLabelled ? _labels.Get((series, q)) : series;
            _result.Add(_names.Drop(context, labels, BucketQuantile.Of(q, buckets)));
        }
    }
}
