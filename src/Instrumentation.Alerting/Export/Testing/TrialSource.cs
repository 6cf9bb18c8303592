using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>The samples of one trial. Not thread-safe.</summary>
internal sealed class TrialSource : ISampleSource
{
    private readonly Dictionary<Labels, TrialSeries> _series = [];

    public long SeriesVersion { get; private set; }

    internal void Clear()
    {
        _series.Clear();
        SeriesVersion++;
    }

    internal void Append(Labels labels, long time, double value)
    {
        if (!_series.TryGetValue(labels, out var series))
        {
            series = new TrialSeries(labels);
            _series.Add(labels, series);
            SeriesVersion++;
        }

        series.Samples.Add((time, value));
    }

    public void Select(IReadOnlyList<SeriesMatcher> matchers, List<ISampleSeries> series)
    {
        foreach (var candidate in _series.Values)
        {
            if (matchers.All(matcher => matcher.Matches(candidate.Labels.Get(matcher.Name))))
            {
                series.Add(candidate);
            }
        }
    }

    private sealed class TrialSeries(Labels labels) : ISampleSeries
    {
        internal List<(long Time, double Value)> Samples { get; } = [];

        public Labels Labels { get; } = labels;

        public void Read(long after, long until, SampleBuffer buffer)
        {
            // The first that is later: most reads begin near the end of a long series.
            var (low, high) = (0, Samples.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = Samples[middle].Time > after ? (low, middle) : (middle + 1, high);
            }

            for (; low < Samples.Count && Samples[low].Time <= until; low++)
            {
                buffer.Add(Samples[low].Time, Samples[low].Value);
            }
        }
    }
}
