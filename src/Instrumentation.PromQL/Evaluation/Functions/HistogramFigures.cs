using Instrumentation.PromQL.Histograms;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>Functions of a single native histogram (simpleHistogramFunc in promql/functions.go).</summary>
internal static class HistogramFigures
{
    public static Func<NativeHistogram, double> Find(string name) => name switch
    {
        "histogram_count" => static histogram => histogram.Count,
        "histogram_sum" => static histogram => histogram.Sum,
        "histogram_avg" => static histogram => histogram.Sum / histogram.Count,
        "histogram_stddev" => static histogram => Math.Sqrt(HistogramStatistics.Variance(histogram)),
        _ => HistogramStatistics.Variance,
    };
}
