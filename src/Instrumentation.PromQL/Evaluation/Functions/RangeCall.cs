using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>What a function over a range is given: one series' samples in its window.</summary>
internal readonly ref struct RangeCall
{
    public required EvaluationContext Context { get; init; }

    public required Labels Labels { get; init; }

    /// <summary>Ascending, in milliseconds since 1970; with anchored or smoothed also some before and after the range.</summary>
    public required ReadOnlySpan<long> Times { get; init; }

    public required ReadOnlySpan<double> Values { get; init; }

    /// <summary>When the counter behind each sample started; empty if unknown for all.</summary>
    public required ReadOnlySpan<long> StartTimes { get; init; }

    public ReadOnlySpan<long> HistogramTimes { get; init; }

    /// <summary>The native histograms of the window; none is null.</summary>
    public ReadOnlySpan<NativeHistogram?> Histograms { get; init; }

    public ReadOnlySpan<long> HistogramStartTimes { get; init; }

    /// <summary>The range is (RangeStart, RangeEnd].</summary>
    public required long RangeStart { get; init; }

    public required long RangeEnd { get; init; }

    /// <summary>The time of the evaluation, before offset and <c>@</c>.</summary>
    public required long Time { get; init; }

    public required RangeExtension Extension { get; init; }

    /// <summary>The first number among the arguments.</summary>
    public double FirstParameter { get; init; }

    /// <summary>The second number among the arguments.</summary>
    public double SecondParameter { get; init; }

    /// <summary>Where the function's first argument stands.</summary>
    public required SourceRange FirstArgument { get; init; }

    public int Count => Times.Length;
}

/// <summary>A function over the numbers of a range, of which there is at least one; false when it gives nothing for this series.</summary>
internal delegate bool RangeFunction(in RangeCall call, out double result);
