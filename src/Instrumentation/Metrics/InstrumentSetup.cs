using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>What an instrument is made from. Two registrations that agree in all of it but the owner are the same.</summary>
internal sealed record InstrumentSetup(InstrumentRegistry Registry, MetricDefinition Definition, Label[] Labels, HistogramBounds? Bounds = null)
{
    /// <summary>See <see cref="InstrumentDefinition.ExpireAfter"/>.</summary>
    internal TimeSpan? ExpireAfter { get; init; }

    /// <summary>See <see cref="InstrumentDefinition.Owner"/>.</summary>
    internal string? Owner { get; init; }

    /// <summary>Whether the instrument measures and is not shown, since it clashes with another.</summary>
    internal bool IsDetached { get; init; }

    internal bool Matches(InstrumentSetup other) =>
        other.Definition == Definition
        && other.ExpireAfter == ExpireAfter
        && other.Labels.Length == Labels.Length
        && other.Labels.Zip(Labels, static (one, two) => one.Matches(two)).All(static same => same)
        && (Bounds is null) == (other.Bounds is null)
        && (Bounds is null || Bounds.Upper.AsSpan().SequenceEqual(other.Bounds!.Upper));
}
