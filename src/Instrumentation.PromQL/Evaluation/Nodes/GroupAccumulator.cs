using System.Runtime.InteropServices;
using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>What an aggregation knows of one group (groupedAggregation in promql/engine.go).</summary>
internal struct GroupAccumulator
{
    private KahanSum _sum;
    private MeanAccumulator _mean;
    private double _value;
    private double _welfordMean;
    private List<double>? _values;

    public int Count { get; private set; }

    /// <summary>Whether the name of any member no longer holds.</summary>
    public bool DropName { get; private set; }

    /// <summary>The sum of the native histograms, if there is any.</summary>
    public HistogramSum? Histograms { get; private set; }

    /// <summary>Whether histograms came together that cannot be added.</summary>
    public bool IsVoid { get; private set; }

    /// <summary>Whether there is any number.</summary>
    public bool HasNumbers { get; private set; }

    public void Reset()
    {
        _values?.Clear();
        this = new GroupAccumulator { _values = _values };
    }

    /// <summary>Adds a native histogram to a sum or mean.</summary>
    /// <returns>False if it does not fit those before.</returns>
    public bool TryAdd(AggregationOperator op, NativeHistogram histogram, bool dropName)
    {
        DropName |= dropName;
        Count++;
        if (Histograms is null)
        {
            Histograms = new HistogramSum(histogram);
            return true;
        }

        if (!IsVoid)
        {
            IsVoid = !(op == AggregationOperator.Avg ? Histograms.TryAddToMean(histogram) : Histograms.TryAdd(histogram));
            return !IsVoid;
        }

        return true;
    }

    public void Add(AggregationOperator op, double value, bool dropName)
    {
        DropName |= dropName;
        Count++;
        var isFirst = !HasNumbers;
        HasNumbers = true;
        switch (op)
        {
            case AggregationOperator.Sum when isFirst:
                _sum.Sum = value;
                break;
            case AggregationOperator.Sum:
                _sum.Add(value);
                break;
            case AggregationOperator.Avg:
                _mean.Add(value);
                break;
            case AggregationOperator.Min:
                _value = isFirst || _value > value || double.IsNaN(_value) ? value : _value;
                break;
            case AggregationOperator.Max:
                _value = isFirst || _value < value || double.IsNaN(_value) ? value : _value;
                break;
            case AggregationOperator.Stddev:
            case AggregationOperator.Stdvar:
                AddToVariance(value, isFirst);
                break;
            case AggregationOperator.Quantile:
                (_values ??= []).Add(value);
                break;
        }
    }

    public readonly double Result(AggregationOperator op, double q) => op switch
    {
        AggregationOperator.Sum => _sum.Total,
        AggregationOperator.Avg => _mean.Mean,
        AggregationOperator.Count => Count,
        AggregationOperator.Group => 1,
        AggregationOperator.Stddev => Math.Sqrt(_value / Count),
        AggregationOperator.Stdvar => _value / Count,
        AggregationOperator.Quantile => Quantiles.OfValues(q, CollectionsMarshal.AsSpan(_values)),
        _ => _value,
    };

    private void AddToVariance(double value, bool isFirst)
    {
        if (isFirst)
        {
            _welfordMean = value;
            _value = double.IsFinite(value) ? 0 : double.NaN;
            return;
        }

        var delta = value - _welfordMean;
        _welfordMean += delta / Count;
        _value += delta * (value - _welfordMean);
    }
}
