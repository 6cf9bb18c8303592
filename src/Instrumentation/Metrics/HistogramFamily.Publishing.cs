using MeterHistogram = System.Diagnostics.Metrics.Histogram<double>;

namespace Instrumentation.Metrics;

/// <content>The histogram as an instrument of a meter, which is recorded to while somebody listens.</content>
public partial class HistogramFamily
{
    private MeterHistogram? _published;
    private KeyValuePair<string, object?>[]?[]? _tags;

    /// <summary>Records what is observed from now on to an instrument as well, whenever that is listened to; null ends it.</summary>
    internal void Publish(MeterHistogram? histogram) => Volatile.Write(ref _published, histogram);

    /// <summary>The labels of a series as tags. Values of a dynamic label may come to mean another series, so those are not kept.</summary>
    private KeyValuePair<string, object?>[] Tags(int series)
    {
        if (Labels.Count == 0)
        {
            return [];
        }

        if (IsDynamic)
        {
            return Space.TagsOf(series);
        }

        var known = _tags ??= new KeyValuePair<string, object?>[]?[SeriesCount];
        return known[series] ??= Space.TagsOf(series);
    }
}
