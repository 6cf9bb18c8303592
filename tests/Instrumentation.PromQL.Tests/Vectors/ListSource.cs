using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>The plainest source there is: sorted lists. It keeps start times and native histograms.</summary>
public sealed class ListSource : ISampleSource
{
    private readonly Dictionary<Labels, Series> _series = [];

    public long SeriesVersion { get; private set; }

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

    public void Add(Labels labels, long time, SequenceValue value, long startTime = 0)
    {
        if (!_series.TryGetValue(labels, out var series))
        {
            series = new Series(labels);
            _series.Add(labels, series);
            SeriesVersion++;
        }

        series.Samples[time] = (value, startTime);
    }

    /// <summary>Whether there is what a store does not keep: start times or native histograms.</summary>
    public bool IsBeyondStore => _series.Values.Any(static series => series.Samples.Values.Any(
        static sample => sample.StartTime != 0 || sample.Value.Histogram is not null));

    public void CopyTo(SampleStore store)
    {
        foreach (var series in _series.Values)
        {
            foreach (var (time, sample) in series.Samples)
            {
                store.Append(series.Labels, time, sample.Value.Value);
            }
        }
    }

    public void Clear()
    {
        _series.Clear();
        SeriesVersion++;
    }

    private sealed class Series(Labels labels) : ISampleSeries
    {
        public Labels Labels => labels;

        public SortedList<long, (SequenceValue Value, long StartTime)> Samples { get; } = [];

        public void Read(long after, long until, SampleBuffer buffer)
        {
            foreach (var (time, (value, startTime)) in Samples)
            {
                if (time <= after || time > until)
                {
                    continue;
                }

                if (value.Histogram is null)
                {
                    buffer.Add(time, value.Value, startTime);
                }
                else
                {
                    buffer.Add(time, value.Histogram, startTime);
                }
            }
        }
    }
}
