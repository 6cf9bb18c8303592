using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>A series' value at one time.</summary>
/// <param name="Labels">The series.</param>
/// <param name="Value">Its value.</param>
public readonly record struct VectorSample(Labels Labels, double Value)
{
    /// <summary>The native histogram, where the sample is one; its value is of no meaning then.</summary>
    public NativeHistogram? Histogram { get; init; }

    /// <summary>The time of the sample that the value was read from, where it was; milliseconds since 1970.</summary>
    internal long Timestamp { get; init; }

    /// <summary>Whether the metric's name no longer holds and goes at the end of the query.</summary>
    internal bool DropName { get; init; }
}
