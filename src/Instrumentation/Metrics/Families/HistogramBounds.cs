using System.Text;
using Instrumentation.Exposition;

namespace Instrumentation.Metrics.Families;

/// <summary>The upper bounds of a histogram's buckets, with their text for each exposition format.</summary>
internal sealed class HistogramBounds
{
    /// <summary>The greatest number of bounds. The cells of one series must fit a page.</summary>
    internal const int Limit = 256;

    /// <param name="upper">The bounds, ascending, without +Inf.</param>
    internal HistogramBounds(ReadOnlySpan<double> upper)
    {
        Upper = [.. upper, double.PositiveInfinity];
        TextEndings = MakeEndings(openMetrics: false);
        OpenMetricsEndings = MakeEndings(openMetrics: true);
        LongestEnding = OpenMetricsEndings.Max(static ending => ending.Length);
    }

    /// <summary>The bounds, ascending; the last is +Inf.</summary>
    internal double[] Upper { get; }

    /// <summary><c>le="0.1"} </c> of each bucket: what comes between the labels of the series and the value, in text format 0.0.4.</summary>
    internal byte[][] TextEndings { get; }

    /// <inheritdoc cref="TextEndings"/>
    internal byte[][] OpenMetricsEndings { get; }

    /// <summary>The length of the longest of the endings of either format; those of OpenMetrics are never shorter.</summary>
    internal int LongestEnding { get; }

    internal int BucketCount => Upper.Length;

    internal static void Validate(string metric, ReadOnlySpan<double> upper)
    {
        if (FindProblem(metric, upper) is { } problem)
        {
            throw new ArgumentException(problem, nameof(upper));
        }
    }

    /// <summary>What is wrong with bounds, as a sentence; null when nothing is.</summary>
    internal static string? FindProblem(string metric, ReadOnlySpan<double> upper)
    {
        if (upper.Length is 0 or > Limit)
        {
            return $"The histogram '{metric}' has {upper.Length} bucket bounds; it needs 1 to {Limit}.";
        }

        for (var i = 0; i < upper.Length; i++)
        {
            if (!double.IsFinite(upper[i]))
            {
                return $"The histogram '{metric}' has the bucket bound {upper[i]}; bounds are finite, and +Inf is added.";
            }

            if (i > 0 && upper[i] <= upper[i - 1])
            {
                return $"The bucket bounds of the histogram '{metric}' must ascend: {upper[i]} follows {upper[i - 1]}.";
            }
        }

        return null;
    }

    private byte[][] MakeEndings(bool openMetrics) =>
        [.. Upper.Select(bound => Encoding.UTF8.GetBytes($"le=\"{CanonicalNumber.Format(bound, openMetrics)}\"}} "))];
}
