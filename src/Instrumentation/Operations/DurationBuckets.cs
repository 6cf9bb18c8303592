using System.Diagnostics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Operations;

/// <summary>The upper bounds of duration histograms, in seconds and in clock ticks.</summary>
public static class DurationBuckets
{
    /// <summary>The greatest number of bounds a duration histogram may have. A call's cells must fit one page.</summary>
    public const int Limit = HistogramBounds.Limit;

    /// <summary>The bounds that apply when none are given: 18 of them, from 10 µs to 10 s.</summary>
    public static IReadOnlyList<double> Default { get; } =
        [0.00001, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    internal static bool AreValid(double[] bounds)
    {
        if (bounds.Length is 0 or > Limit)
        {
            return false;
        }

        for (var i = 0; i < bounds.Length; i++)
        {
            if (!double.IsFinite(bounds[i]) || (i > 0 && bounds[i] <= bounds[i - 1]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The greatest number of clock ticks that still belongs to each bucket, and a last one that takes everything, so that a search
    /// needs no check for the end.
    /// </summary>
    internal static long[] ToTicks(IReadOnlyList<double> bounds)
    {
        var ticks = new long[bounds.Count + 1];
        for (var i = 0; i < bounds.Count; i++)
        {
            // In decimal, since 0.0003 s × 10⁹ is 299999.99999999994 in binary and would lose the tick on the bound.
            ticks[i] = Math.Abs(bounds[i]) < 1e9 ? (long)Math.Floor((decimal)bounds[i] * Stopwatch.Frequency)
                : bounds[i] < 0 ? long.MinValue
                : long.MaxValue;
        }

        ticks[^1] = long.MaxValue;
        return ticks;
    }
}
