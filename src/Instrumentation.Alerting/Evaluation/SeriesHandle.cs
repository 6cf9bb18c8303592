using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>A series that is written to again and again; found anew when the store has dropped it meanwhile.</summary>
internal sealed class SeriesHandle(SampleStore store, Labels labels)
{
    private StoredSeries? _series;

    internal Labels Labels { get; } = labels;

    /// <summary>Whether the store had no room for it.</summary>
    internal bool IsRefused => _series is null;

    /// <summary>False if the store has no room for the series, or has a sample at that time already.</summary>
    internal bool Append(long time, double value)
    {
        while (true)
        {
            _series ??= store.GetOrAdd(Labels);
            if (_series is null || _series.Append(time, value))
            {
                return _series is not null;
            }

            if (!_series.IsDropped)
            {
                return false;
            }

            _series = null;
        }
    }

    internal void MarkStale(long time) => _series?.MarkStale(time);
}
