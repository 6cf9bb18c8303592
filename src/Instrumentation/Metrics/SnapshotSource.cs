using Instrumentation.Metrics.Families;
using Instrumentation.Metrics.Labels;

namespace Instrumentation.Metrics;

/// <summary>Takes the snapshots of one registry, one at a time, in memory that is used again.</summary>
internal sealed class SnapshotSource(InstrumentRegistry registry, FamilyCatalog catalog, TimeProvider time)
{
    private readonly Lock _gate = new();
    private SnapshotBuilder? _spare;
    private bool _collecting;

    /// <summary>Who frees the places of label values.</summary>
    internal LabelPlaces Places { get; } = new();

    internal CollectorList Collectors { get; } = new(registry);

    internal MetricsSnapshot Take()
    {
        // One at a time: collectors need not be reentrant, and what is spread over buckets or shown from now on changes by it.
        lock (_gate)
        {
            // A collector that takes a snapshot itself gets one without collectors, and not an endless descent.
            if (!_collecting)
            {
                _collecting = true;
                try
                {
                    Collectors.Run();
                }
                finally
                {
                    _collecting = false;
                }
            }

            var now = time.GetUtcNow();
            var builder = Interlocked.Exchange(ref _spare, null) ?? new SnapshotBuilder();
            Sum(builder, now);
            foreach (var family in catalog.Families)
            {
                builder.Collect(family);
            }

            Places.Settle();
            return new MetricsSnapshot(this, builder, now);
        }
    }

    /// <summary>Removes series by a label's value. Between snapshots: they give labels to series, and numbers of values to other values.</summary>
    internal int Remove(string label, string value, string? metric)
    {
        lock (_gate)
        {
            var removed = 0;
            foreach (var family in catalog.Families)
            {
                removed += metric is null || family.Name == metric ? family.Instrument?.RemoveWith(label, value) ?? 0 : 0;
            }

            return removed;
        }
    }

    internal void Return(SnapshotBuilder builder) => Volatile.Write(ref _spare, builder);

    /// <summary>Sums the cells, and takes out the series that have been removed or idle. The order is the one that <see cref="LabelPlaces"/> tells of.</summary>
    private void Sum(SnapshotBuilder builder, DateTimeOffset now)
    {
        foreach (var family in catalog.Families)
        {
            family.Instrument?.ApplyRemovals();
        }

        Places.Look();
        builder.Begin();
        foreach (var family in catalog.Families)
        {
            family.Instrument?.Expire(builder, now);
        }

        if (Places.Retire())
        {
            builder.Begin();
        }
    }
}
