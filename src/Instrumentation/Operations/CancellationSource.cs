using Instrumentation.Metrics.Catalog;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Operations;

/// <summary>An operation's cancelled calls.</summary>
internal sealed class CancellationSource(Operation operation, SeriesNames names) : ISeriesSource
{
    /// <inheritdoc/>
    public SourceShape Shape => names.Shape;

    /// <inheritdoc/>
    public void Collect(SnapshotBuilder builder)
    {
        var all = operation.Series;
        for (var i = 0; i < all.Length; i++)
        {
            builder.Add(names.With(i, all[i]), i, builder.Total(all[i].Cell + CallCells.Cancelled));
        }
    }
}
