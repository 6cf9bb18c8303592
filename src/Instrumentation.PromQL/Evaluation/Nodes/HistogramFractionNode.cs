using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>histogram_fraction() of classic histograms.</summary>
internal sealed class HistogramFractionNode(ScalarNode lower, ScalarNode upper, VectorNode operand, SourceRange operandRange) : VectorNode
{
    private readonly BucketCollector _buckets = new(operandRange);
    private readonly NameDropper _names = new();
    private readonly VectorBuffer _result = new();

    public override void Prepare(EvaluationContext context, long first, long last)
    {
        lower.Prepare(context, first, last);
        upper.Prepare(context, first, last);
        operand.Prepare(context, first, last);
    }

    public override VectorBuffer Evaluate(EvaluationContext context, long time)
    {
        context.Check();
        var from = lower.Evaluate(context, time);
        var to = upper.Evaluate(context, time);
        _buckets.Collect(context, operand.Evaluate(context, time).Span);
        _result.Clear();
        for (var i = 0; i < _buckets.Native.Count; i++)
        {
            var sample = _buckets.Native[i];
            var fraction = HistogramStatistics.Fraction(from, to, sample.Histogram!, out var note);
            if (note is not null)
            {
                context.Annotations.Info(note + BucketCollector.ForMetric(context, sample.Labels), operandRange);
            }

            _result.Add(_names.Drop(context, sample.Labels, fraction));
        }

        for (var histogram = 0; histogram < _buckets.Count; histogram++)
        {
            var buckets = _buckets.BucketsOf(histogram);
            if (!buckets.IsEmpty)
            {
                var fraction = BucketFraction.Of(from, to, BucketSet.SortAndMerge(buckets));
                _result.Add(_names.Drop(context, _buckets.LabelsOf(histogram), fraction));
            }
        }

        _names.Verify(context, _result);
        return _result;
    }
}
