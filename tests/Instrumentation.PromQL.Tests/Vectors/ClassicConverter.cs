using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>Makes native histograms of classic ones, as load_with_nhcb asks for (util/convertnhcb).</summary>
public sealed class ClassicConverter
{
    private readonly Dictionary<Labels, SortedDictionary<long, Classic>> _series = [];

    public void Take(Labels labels, long time, SequenceValue item)
    {
        var bound = double.NaN;
        if (item.Histogram is not null || !TryBase(labels, out var converted, out var suffix)
            || (suffix == "_bucket" && (!GoFloat.TryParse(labels.Get("le"), out bound) || double.IsNaN(bound))))
        {
            return;
        }

        if (!_series.TryGetValue(converted, out var histograms))
        {
            _series.Add(converted, histograms = []);
        }

        if (!histograms.TryGetValue(time, out var classic))
        {
            histograms.Add(time, classic = new Classic());
        }

        switch (suffix)
        {
            case "_count":
                classic.Count = item.Value;
                break;
            case "_sum":
                classic.Sum = item.Value;
                break;
            default:
                classic.Buckets[bound] = item.Value;
                break;
        }
    }

    public IEnumerable<(Labels Labels, IEnumerable<(long Time, NativeHistogram Histogram)> Histograms)> Convert() =>
        _series.Select(static pair => (pair.Key, pair.Value.Select(static entry => (entry.Key, entry.Value.Convert()))));

    private static bool TryBase(Labels labels, out Labels converted, out string suffix)
    {
        foreach (var candidate in (string[])["_bucket", "_count", "_sum"])
        {
            if (labels.Name.EndsWith(candidate, StringComparison.Ordinal))
            {
                converted = labels.With(Labels.MetricName, labels.Name[..^candidate.Length]).With("le", "");
                suffix = candidate;
                return true;
            }
        }

        (converted, suffix) = (labels, "");
        return false;
    }

    private sealed class Classic
    {
        public SortedDictionary<double, double> Buckets { get; } = [];

        public double? Count { get; set; }

        public double Sum { get; set; }

        public NativeHistogram Convert()
        {
            var count = Count ?? Buckets.Values.LastOrDefault();
            if (!Buckets.ContainsKey(double.PositiveInfinity))
            {
                Buckets[double.PositiveInfinity] = count;
            }

            var previous = 0.0;
            var buckets = new List<IndexedCount>();
            foreach (var (_, cumulative) in Buckets)
            {
                buckets.Add(new IndexedCount(buckets.Count, cumulative - previous));
                previous = cumulative;
            }

            return new NativeHistogram
            {
                Schema = -53,
                Count = count,
                Sum = Sum,
                Bounds = [.. Buckets.Keys.Where(double.IsFinite)],
                PositiveBuckets = [.. buckets.Where(static bucket => bucket.Count != 0)],
            };
        }
    }
}
