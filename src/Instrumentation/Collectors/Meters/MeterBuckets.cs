using System.Diagnostics.Metrics;
using System.Globalization;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Collectors.Meters;

/// <summary>The bounds of a meter's histogram: those that the instrument advises, else by its unit.</summary>
internal static class MeterBuckets
{
    /// <summary>What OpenTelemetry takes for everything of which it knows no better; fits milliseconds.</summary>
    private static readonly double[] s_plain = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000];

    private static readonly double[] s_seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private static readonly double[] s_bytes = [.. Enumerable.Range(0, 11).Select(static step => 64 * Math.Pow(4, step))];

    private static readonly double[] s_ratio = [.. Enumerable.Range(1, 10).Select(static tenth => tenth / 10.0)];

    internal static double[] Of<T>(Histogram<T> histogram)
        where T : struct
    {
        if (histogram.Advice?.HistogramBucketBoundaries is not { } advised)
        {
            return ByUnit(histogram.Unit);
        }

        double[] bounds = [.. advised.Select(static bound => Convert.ToDouble(bound, CultureInfo.InvariantCulture)).Where(double.IsFinite).Distinct().Order()];

        // An instrument may ask for a count and a sum only; every histogram here has at least one bound.
        return bounds.Length == 0 ? [0] : bounds.Length <= HistogramBounds.Limit ? bounds : Thin(bounds);
    }

    private static double[] ByUnit(string? unit) => unit switch
    {
        "s" => s_seconds,
        "By" => s_bytes,
        "1" => s_ratio,
        _ => s_plain,
    };

    /// <summary>As many bounds as there may be, evenly taken: counts stay right, with less detail.</summary>
    private static double[] Thin(double[] bounds) =>
        [.. Enumerable.Range(0, HistogramBounds.Limit).Select(i => bounds[(int)((long)i * bounds.Length / HistogramBounds.Limit)])];
}
