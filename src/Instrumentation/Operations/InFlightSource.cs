using Instrumentation.Metrics.Catalog;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Operations;

/// <summary>An operation's running calls: those begun less those ended.</summary>
internal sealed class InFlightSource(Operation operation, SeriesNames names) : ISeriesSource
{
    /// <inheritdoc/>
    public SourceShape Shape => names.Shape;

    /// <inheritdoc/>
    public void Collect(SnapshotBuilder builder)
    {
        var all = operation.Series;
        for (var i = 0; i < all.Length; i++)
        {
            var first = all[i].Cell;
            var ended = builder.Total(first + CallCells.Untimed);
            for (var bucket = 0; bucket < operation.BoundTicks.Length; bucket++)
            {
                ended += builder.Total(first + CallCells.Buckets + bucket);
            }

            // A call that began and ended while its cells were being summed can be among the ended and not among the begun.
            builder.Add(names.With(i, all[i]), i, Math.Max(0, builder.Total(first + CallCells.Started) - ended));
        }
    }
}
