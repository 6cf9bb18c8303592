using Instrumentation.Metrics.Catalog;

namespace Instrumentation.Metrics.Families;

/// <summary>Something that has series of one metric family: an instrument, or one operation's part in a family that all operations share.</summary>
/// <remarks>
/// <para>How the parts of a library add families of their own:</para>
/// <code>
/// var family = registry.Share(new MetricDefinition("operation_duration_seconds", MetricKind.Histogram, "…", "seconds"));
/// family.Add(source);                        // source : ISeriesSource
/// </code>
/// <para>
/// A source keeps a <see cref="LabelTable"/>, gives each of its series a small number in it once, and on <see cref="Collect"/> writes the values of those
/// that exist. It is called by one snapshot at a time, never concurrently, and allocates nothing once all series have their label text.
/// </para>
/// </remarks>
internal interface ISeriesSource
{
    /// <summary>The labels, and how many series there can be.</summary>
    public SourceShape Shape => SourceShape.Unlabelled;

    /// <summary>Writes the current values of all series that are to be shown.</summary>
    public void Collect(SnapshotBuilder builder);
}
