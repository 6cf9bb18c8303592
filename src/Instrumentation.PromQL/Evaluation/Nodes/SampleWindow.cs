using Instrumentation.PromQL.Histograms;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>The samples of one series within a window: numbers, and native histograms apart from them.</summary>
internal readonly ref struct SampleWindow
{
    /// <summary>Times of the numbers, ascending, in milliseconds since 1970.</summary>
    public ReadOnlySpan<long> Times { get; init; }

    public ReadOnlySpan<double> Values { get; init; }

    /// <summary>When the counters behind the numbers started; empty if unknown for all.</summary>
    public ReadOnlySpan<long> StartTimes { get; init; }

    public ReadOnlySpan<long> HistogramTimes { get; init; }

    /// <summary>The histograms; none is null.</summary>
    public ReadOnlySpan<NativeHistogram?> Histograms { get; init; }

    public ReadOnlySpan<long> HistogramStartTimes { get; init; }

    public bool IsEmpty => Times.IsEmpty && HistogramTimes.IsEmpty;
}
