using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Evaluation.Nodes;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>The samples of a range vector as the result of an instant query (matrixSelector in promql/engine.go).</summary>
internal static class RangeResult
{
    public static List<ResultSeries> Read(EvaluationContext context, RangeNode range, long time)
    {
        var filter = new WindowFilter();
        var end = range.Window.EndAt(time);
        var start = end - range.Window.Range;
        var after = range.Extension == RangeExtension.None ? start : start - context.Lookback;
        var until = range.Extension == RangeExtension.Smoothed ? end + context.Lookback : end;
        var merged = new MatrixBuilder(context);
        foreach (var series in range.Series)
        {
            var (first, last) = series.MoveTo(after, until);
            var window = filter.Take(series, first, last);
            if (range.Extension != RangeExtension.None)
            {
                AddExtended(merged, series, window, start, end, range.Extension == RangeExtension.Smoothed);
                continue;
            }

            AddMerged(merged, series, window);
        }

        return merged.ToSeries();
    }

    private static void AddMerged(MatrixBuilder merged, SeriesSamples series, in SampleWindow window)
    {
        int i = 0, j = 0;
        while (i < window.Times.Length || j < window.HistogramTimes.Length)
        {
            if (j == window.HistogramTimes.Length || (i < window.Times.Length && window.Times[i] < window.HistogramTimes[j]))
            {
                Add(merged, series, window.Times[i], window.Values[i++]);
            }
            else
            {
                var sample = new VectorSample(series.Labels, 0) { DropName = series.DropName, Histogram = window.Histograms[j] };
                merged.Add(window.HistogramTimes[j++], [sample]);
            }
        }
    }

    // extendFloats in promql/engine.go: both edges get a sample of their own.
    private static void AddExtended(
        MatrixBuilder merged, SeriesSamples series, in SampleWindow window, long start, long end, bool smoothed)
    {
        if (!window.Histograms.IsEmpty)
        {
            throw new QueryException($"{(smoothed ? "smoothed" : "anchored")} modifier is not supported with histograms");
        }

        var times = window.Times;
        var values = window.Values;
        if (times.IsEmpty)
        {
            return;
        }

        var last = times.Length - 1;
        var first = Math.Max(0, ExtendedRange.FirstAtLeast(times, last, start + 1) - 1);
        last = smoothed ? ExtendedRange.FirstAtLeast(times, last, end) : last;
        if (times[last] <= start)
        {
            return;
        }

        Add(merged, series, start, smoothed && times[first] < start ? At(times, values, first, start) : values[first]);
        for (var i = first; i <= last; i++)
        {
            if (times[i] > start && times[i] < end)
            {
                Add(merged, series, times[i], values[i]);
            }
        }

        Add(merged, series, end, smoothed && last > 0 && times[last] > end ? At(times, values, last - 1, end) : values[last]);
    }

    private static double At(ReadOnlySpan<long> times, ReadOnlySpan<double> values, int i, long at) =>
        ExtendedRange.Interpolate(times[i], values[i], times[i + 1], values[i + 1], at, isCounter: false);

    private static void Add(MatrixBuilder merged, SeriesSamples series, long time, double value) =>
        merged.Add(time, [new VectorSample(series.Labels, value) { DropName = series.DropName }]);
}
