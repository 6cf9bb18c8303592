using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Collectors.Meters;

/// <summary>A <c>Counter</c> or <c>UpDownCounter</c>.</summary>
/// <param name="registry">Where the family is.</param>
/// <param name="definition">What the series belong to.</param>
/// <param name="fixedTags">The tags of meter and instrument.</param>
/// <param name="limit">Most sets of tags.</param>
/// <param name="isReal">Whether amounts can have a fraction. Whole ones are added up in integers, exactly.</param>
/// <param name="onlyGrows">Whether negative amounts are refused: a counter that shrank would read as a restart.</param>
internal sealed class SumStream(
    InstrumentRegistry registry, MetricDefinition definition, KeyValuePair<string, object?>[] fixedTags, int limit, bool isReal, bool onlyGrows)
    : MeterStream(registry, definition, fixedTags, limit)
{
    protected override int CellCount => 1;

    protected override int RealCells => isReal ? 1 : 0;

    internal override void Record(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (onlyGrows && value < 0)
        {
            Reject();
            return;
        }

        CellMemory.Add(ref CellMemory.Own(Find(tags).Cells.First), value);
    }

    internal override void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!double.IsFinite(value) || (onlyGrows && value < 0))
        {
            Reject();
            return;
        }

        CellMemory.Add(ref CellMemory.Own(Find(tags).Cells.First), value);
    }

    protected override void Collect(SnapshotBuilder builder, LabelTable labels, TagSeries series)
    {
        if (isReal)
        {
            builder.Add(labels, series.Number, series.Cells.Real(builder, 0));
        }
        else
        {
            builder.Add(labels, series.Number, series.Cells.Whole(builder, 0));
        }
    }
}
