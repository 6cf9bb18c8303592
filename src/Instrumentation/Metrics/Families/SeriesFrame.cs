namespace Instrumentation.Metrics.Families;

/// <summary>One series in a snapshot: its labels and where its values are.</summary>
internal readonly struct SeriesFrame
{
    private readonly TextBlock _text;
    private readonly int _entry;
    private readonly int _place;

    private SeriesFrame(LabelTable labels, int series, HistogramBounds? bounds, int place)
    {
        _text = labels.Find(series, out _entry);
        Bounds = bounds;
        _place = place;
    }

    /// <summary>The label text.</summary>
    internal ReadOnlySpan<byte> Text => _text.Text(_entry);

    /// <summary>The labels; the same list in every snapshot until the series has been away.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Pairs => _text.Pairs(_entry);

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
