using System.Runtime.CompilerServices;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Collectors.Meters;

/// <summary>A <c>Histogram</c>.</summary>
/// <param name="registry">Where the family is.</param>
/// <param name="definition">What the series belong to.</param>
/// <param name="fixedTags">The tags of meter and instrument.</param>
/// <param name="limit">Most sets of tags.</param>
/// <param name="upper">The upper bounds of the buckets, ascending and finite.</param>
internal sealed class HistogramStream(
    InstrumentRegistry registry, MetricDefinition definition, KeyValuePair<string, object?>[] fixedTags, int limit, double[] upper)
    : MeterStream(registry, definition, fixedTags, limit)
{
    /// <summary>Cells of one series: the sum, as a double, then the buckets.</summary>
    private const int Buckets = 1;

    private readonly HistogramBounds _bounds = new(upper);
    private readonly DoubleBuckets _search = new([.. upper, double.PositiveInfinity]);

    protected override int CellCount => Buckets + _bounds.BucketCount;

    protected override int RealCells => Buckets;

    internal override void Record(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => Record((double)value, tags);

    internal override void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!double.IsFinite(value))
        {
            Reject();
            return;
        }

        ref var block = ref CellMemory.Own(Find(tags).Cells.First);
        CellMemory.Add(ref Unsafe.Add(ref block, Buckets + _search.IndexOf(value)), 1);
        CellMemory.Add(ref block, value);
    }

    protected override void Collect(SnapshotBuilder builder, LabelTable labels, TagSeries series)
    {
        var cells = series.Cells;
        var counts = builder.BeginHistogram(labels, series.Number, _bounds);
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = cells.Whole(builder, Buckets + i);
        }

        builder.EndHistogram(cells.Real(builder, 0));
    }
}
