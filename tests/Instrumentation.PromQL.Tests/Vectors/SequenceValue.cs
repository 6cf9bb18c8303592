using Instrumentation.PromQL.Histograms;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>One item of a series line, written out: a value, a gap or a native histogram.</summary>
public readonly record struct SequenceValue(double Value, bool IsOmitted = false, NativeHistogram? Histogram = null)
{
    /// <summary>Whether the script says which hint the histogram has; else any will do.</summary>
    public bool NamesHint { get; init; }
}
