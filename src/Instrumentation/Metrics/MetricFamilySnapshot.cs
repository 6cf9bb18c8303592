namespace Instrumentation.Metrics;

/// <summary>One metric in a snapshot. Valid until the snapshot is disposed.</summary>
public readonly record struct MetricFamilySnapshot
{
    private readonly MetricsSnapshot _snapshot;

    internal MetricFamilySnapshot(MetricsSnapshot snapshot, int index)
    {
        _snapshot = snapshot;
        Index = index;
    }

    /// <summary>The name, with <c>_total</c> for a counter.</summary>
    public string Name => Definition.Name;

    /// <summary>What the values mean.</summary>
    public MetricKind Kind => Definition.Kind;

    /// <summary>A sentence for whoever reads it.</summary>
    public string Help => Definition.Help;

    /// <summary>The unit, in which the name ends; null when there is none.</summary>
    public string? Unit => Definition.Unit;

    /// <summary>How many series there are.</summary>
    public int SeriesCount => _snapshot.Data.Families[Index].Count;

    /// <summary>The series. There may be none yet.</summary>
    public IEnumerable<MetricSeries> Series
    {
        get
        {
            var frame = _snapshot.Data.Families[Index];
            for (var series = 0; series < frame.Count; series++)
            {
                yield return new MetricSeries(_snapshot, frame.First + series);
            }
        }
    }

    internal int Index { get; }

    private MetricDefinition Definition => _snapshot.Data.Families[Index].Family.Definition;
}
