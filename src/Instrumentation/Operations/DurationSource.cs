using Instrumentation.Metrics.Catalog;
using Instrumentation.Metrics.Exemplars;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Operations;

/// <summary>An operation's histograms.</summary>
internal sealed class DurationSource(Operation operation, SeriesNames names) : ISeriesSource
{
    private readonly HistogramBounds _bounds = new(operation.Bounds);
    private readonly long[] _cells = new long[CallCells.Buckets + operation.BoundTicks.Length];

    /// <inheritdoc/>
    public SourceShape Shape => names.Shape;

    /// <inheritdoc/>
    public void Collect(SnapshotBuilder builder)
    {
        var all = operation.Series;
        for (var i = 0; i < all.Length; i++)
        {
            var series = all[i];
            for (var cell = 0; cell < _cells.Length; cell++)
            {
                _cells[cell] = builder.Total(series.Cell + cell);
            }

            var reading = series.Read(_cells, out var buckets);
            buckets.CopyTo(builder.BeginHistogram(names.With(i, series), i, _bounds));
            builder.EndHistogram(reading.Seconds);
            if (series.ReadExemplars() is { } exemplars)
            {
                AddExemplars(builder, exemplars, buckets.Length);
            }
        }
    }

    private static void AddExemplars(SnapshotBuilder builder, SeriesExemplars exemplars, int buckets)
    {
        // Calls bring no labels of their own, so none can be too long.
        var dropped = 0;
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            if (exemplars.Read(bucket, ref dropped) is { } exemplar)
            {
                builder.AddExemplar(bucket, exemplar);
            }
        }
    }
}
