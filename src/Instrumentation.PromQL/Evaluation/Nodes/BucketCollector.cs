using System.Runtime.InteropServices;
using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Puts the buckets of classic histograms together by their labels but <c>le</c> (resetHistograms in promql/engine.go).</summary>
internal sealed class BucketCollector(SourceRange argument)
{
    private const string BoundLabel = "le";
    private const int Most = 50_000;
    private readonly Dictionary<Labels, (int Histogram, double Bound)> _known = [];
    private readonly Dictionary<Labels, int> _byLabels = [];
    private readonly List<VectorSample> _native = [];
    private readonly List<(Labels Labels, List<Bucket> Buckets)> _histograms = [];

    /// <summary>The native histograms of the last collection; those that are also there in classic form are left out, on both sides.</summary>
    public IReadOnlyList<VectorSample> Native => _native;

    /// <summary>How many histograms have been met.</summary>
    public int Count => _histograms.Count;

    public Labels LabelsOf(int histogram) => _histograms[histogram].Labels;

    /// <summary>The buckets of a histogram at the time of the last collection; it may have none.</summary>
    public Span<Bucket> BucketsOf(int histogram) => CollectionsMarshal.AsSpan(_histograms[histogram].Buckets);

    public void Collect(EvaluationContext context, ReadOnlySpan<VectorSample> vector)
    {
        Clear();
        foreach (ref readonly var sample in vector)
        {
            if (sample.Histogram is not null)
            {
                _native.Add(sample);
                continue;
            }

            if (!_known.TryGetValue(sample.Labels, out var place))
            {
                place = Place(sample.Labels);
                _known.Add(sample.Labels, place);
            }

            if (place.Histogram < 0)
            {
                context.Annotations.Warn(BadBound(context, sample.Labels), argument);
            }
            else
            {
                _histograms[place.Histogram].Buckets.Add(new Bucket(place.Bound, sample.Value));
            }
        }

        DropMixed(context);
    }

    private void DropMixed(EvaluationContext context)
    {
        for (var i = _native.Count - 1; i >= 0; i--)
        {
            if (_byLabels.TryGetValue(_native[i].Labels, out var histogram) && _histograms[histogram].Buckets.Count > 0)
            {
                context.Annotations.Warn("vector contains a mix of classic and native histograms" + ForMetric(context, _native[i].Labels), argument);
                _histograms[histogram].Buckets.Clear();
                _native.RemoveAt(i);
            }
        }
    }

    /// <summary>Names the metric in a message, unless names are dropped at once: then Prometheus has none left to tell.</summary>
    public static string ForMetric(EvaluationContext context, Labels series) =>
        context.Options.DelayedNameRemoval && series.Name.Length > 0 ? $" for metric name \"{series.Name}\"" : "";

    private void Clear()
    {
        if (_known.Count > Most)
        {
            _known.Clear();
            _byLabels.Clear();
            _histograms.Clear();
        }

        _native.Clear();
        foreach (var (_, buckets) in _histograms)
        {
            buckets.Clear();
        }
    }

    private (int Histogram, double Bound) Place(Labels series)
    {
        if (!GoFloat.TryParse(series.Get(BoundLabel), out var bound))
        {
            return (-1, 0);
        }

        var labels = series.With(BoundLabel, "");
        if (!_byLabels.TryGetValue(labels, out var histogram))
        {
            histogram = _histograms.Count;
            _histograms.Add((labels, []));
            _byLabels.Add(labels, histogram);
        }

        return (histogram, bound);
    }

    private static string BadBound(EvaluationContext context, Labels series)
    {
        return $"bucket label \"le\" is missing or has a malformed value of \"{series.Get(BoundLabel)}\"{ForMetric(context, series)}";
    }
}
