using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>Takes the snapshots of one registry, one at a time, in memory that is used again.</summary>
internal sealed class SnapshotSource(InstrumentRegistry registry, FamilyCatalog catalog, TimeProvider time)
{
    private readonly Lock _gate = new();
    private SnapshotBuilder? _spare;
    private bool _collecting;

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

            var builder = Interlocked.Exchange(ref _spare, null) ?? new SnapshotBuilder();
            builder.Begin();
            foreach (var family in catalog.Families)
            {
                builder.Collect(family);
            }

            return new MetricsSnapshot(this, builder, time.GetUtcNow());
        }
    }

    internal void Return(SnapshotBuilder builder) => Volatile.Write(ref _spare, builder);
}
