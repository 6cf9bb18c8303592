using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Collectors.Meters;

/// <summary>A <c>Gauge</c>, whose last value counts, or an observable instrument, which is asked in each cycle and shows what it answered in that one.</summary>
/// <param name="registry">Where the family is.</param>
/// <param name="definition">What the series belong to.</param>
/// <param name="fixedTags">The tags of meter and instrument.</param>
/// <param name="limit">Most sets of tags.</param>
/// <param name="isReal">Whether values can have a fraction.</param>
/// <param name="cycle">The number of the present cycle of observable instruments; null for a gauge, which is set at any time.</param>
/// <param name="sums">Whether values that are observed in one cycle for one series are added up: counts are, levels are not.</param>
internal sealed class ValueStream(
    InstrumentRegistry registry,
    MetricDefinition definition,
    KeyValuePair<string, object?>[] fixedTags,
    int limit,
    bool isReal,
    Func<long>? cycle,
    bool sums)
    : MeterStream(registry, definition, fixedTags, limit)
{
    internal override void Record(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = Find(tags);
        var now = cycle?.Invoke() ?? 1;
        series.Bits = sums && series.Cycle == now ? series.Bits + value : value;
        series.Cycle = now;
    }

    internal override void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (sums && !double.IsFinite(value))
        {
            Reject();
            return;
        }

        var series = Find(tags);
        var now = cycle?.Invoke() ?? 1;
        series.Bits = BitConverter.DoubleToInt64Bits(
            sums && series.Cycle == now ? BitConverter.Int64BitsToDouble(series.Bits) + value : value);
        series.Cycle = now;
    }

    protected override bool Shows(TagSeries series) => series.Cycle > 0 && (cycle is null || series.Cycle == cycle());

    protected override void Collect(SnapshotBuilder builder, LabelTable labels, TagSeries series)
    {
        if (isReal)
        {
            builder.Add(labels, series.Number, BitConverter.Int64BitsToDouble(series.Bits));
        }
        else
        {
            builder.Add(labels, series.Number, series.Bits);
        }
    }
}
