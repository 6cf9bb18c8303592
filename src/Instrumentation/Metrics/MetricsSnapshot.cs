using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>
/// The values of all series of a registry at one time. Expositions, hooks, history and tests all read this. Safe to read from any thread until it is disposed.
/// </summary>
public sealed class MetricsSnapshot : IDisposable
{
    private readonly SnapshotSource _source;
    private SnapshotBuilder? _builder;

    internal MetricsSnapshot(SnapshotSource source, SnapshotBuilder builder, DateTimeOffset time)
    {
        _source = source;
        _builder = builder;
        Time = time;
    }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The families, ordered by name.</summary>
    /// <exception cref="ObjectDisposedException">The snapshot has been disposed.</exception>
    public IEnumerable<MetricFamilySnapshot> Families
    {
        get
        {
            for (var family = 0; family < Data.Families.Length; family++)
            {
                yield return new MetricFamilySnapshot(this, family);
            }
        }
    }

    internal SnapshotBuilder Data => _builder ?? throw new ObjectDisposedException(nameof(MetricsSnapshot));

    /// <summary>The family of a name, as its instrument was registered; null if there is none.</summary>
    /// <param name="name">The name, with <c>_total</c> for a counter.</param>
    /// <returns>The family.</returns>
    /// <exception cref="ObjectDisposedException">The snapshot has been disposed.</exception>
    public MetricFamilySnapshot? Family(string name)
    {
        var families = Data.Families;
        var (low, high) = (0, families.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(families[middle].Family.Name, name);
            if (order == 0)
            {
                return new MetricFamilySnapshot(this, middle);
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>The series of a metric that has all the labels given; null if there is none. The first, if several have.</summary>
    /// <param name="name">The metric's name, with <c>_total</c> for a counter.</param>
    /// <param name="labels">Label names with values.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ObjectDisposedException">The snapshot has been disposed.</exception>
    public MetricSeries? Find(string name, params ReadOnlySpan<(string Name, string Value)> labels)
    {
        if (Family(name) is { } family)
        {
            var frame = Data.Families[family.Index];
            for (var series = frame.First; series < frame.First + frame.Count; series++)
            {
                var found = new MetricSeries(this, series);
                if (found.HasAll(labels))
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>The value of the series that <see cref="Find"/> finds; null if there is none.</summary>
    /// <inheritdoc cref="Find"/>
    public double? Value(string name, params ReadOnlySpan<(string Name, string Value)> labels) => Find(name, labels)?.Value;

    /// <summary>Gives the memory back, for the next snapshot of the registry.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _builder, null) is { } builder)
        {
            _source.Return(builder);
        }
    }
}
