using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>What an instrument is made from. Two registrations that agree in all of it are the same.</summary>
internal sealed record InstrumentSetup(InstrumentRegistry Registry, MetricDefinition Definition, Label[] Labels, HistogramBounds? Bounds = null)
{
    internal bool Matches(InstrumentSetup other) =>
        other.Definition == Definition
        && other.Labels.Length == Labels.Length
        && other.Labels.Zip(Labels, static (one, two) => one.Matches(two)).All(static same => same)
        && (Bounds is null) == (other.Bounds is null)
        && (Bounds is null || Bounds.Upper.AsSpan().SequenceEqual(other.Bounds!.Upper));
}
