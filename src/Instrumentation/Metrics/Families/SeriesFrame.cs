namespace Instrumentation.Metrics.Families;

/// <summary>One series in a snapshot: whose it is and where its values are.</summary>
internal readonly struct SeriesFrame
{
    private readonly int _place;

    private SeriesFrame(LabelTable labels, int series, HistogramBounds? bounds, int place)
    {
        Labels = labels;
        Series = series;
        Bounds = bounds;
        _place = place;
    }

    internal LabelTable Labels { get; }

    /// <summary>The series' number in <see cref="Labels"/>.</summary>
    internal int Series { get; }

    /// <summary>For a histogram: its buckets. The values are the sum, as the bits of a double, then the cumulative counts.</summary>
    internal HistogramBounds? Bounds { get; }

    /// <summary>Whether the value is the bits of a double and not a whole number.</summary>
    internal bool IsReal => _place < 0;

    /// <summary>Where the first value is.</summary>
    internal int Place => _place < 0 ? ~_place : _place;

    internal static SeriesFrame Whole(LabelTable labels, int series, int place) => new(labels, series, null, place);

    internal static SeriesFrame Real(LabelTable labels, int series, int place) => new(labels, series, null, ~place);

    internal static SeriesFrame Histogram(LabelTable labels, int series, HistogramBounds bounds, int place) => new(labels, series, bounds, place);
}
