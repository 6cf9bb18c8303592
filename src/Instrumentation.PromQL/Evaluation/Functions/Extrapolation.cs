namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>How far a difference between samples is stretched to the edges of its range (extrapolatedRate in promql/functions.go).</summary>
internal static class Extrapolation
{
    // A gap at an edge up to a tenth longer than usual is still the usual gap.
    private const double UsualGap = 1.1;

    /// <summary>Works out the factor.</summary>
    /// <param name="call">The range.</param>
    /// <param name="times">The times of the samples, of which there is at least one.</param>
    /// <param name="firstStart">When the counter behind the first sample started; 0 if unknown, or if it is no counter.</param>
    /// <param name="startShare">The first value as a share of the difference, for a counter; NaN where that says nothing.</param>
    /// <param name="isRate">Whether the result is per second.</param>
    /// <param name="factor">What the difference is multiplied by.</param>
    /// <param name="startsAtZero">Whether the counter is known to have been zero within the range: then its first value is part of the difference.</param>
    /// <returns>False if there is nothing to tell from a single sample.</returns>
    public static bool TryFactor(
        in RangeCall call, ReadOnlySpan<long> times, long firstStart, double startShare, bool isRate, out double factor, out bool startsAtZero)
    {
        var last = times.Length - 1;
        var toStart = (times[0] - call.RangeStart) / 1000.0;
        var toEnd = (call.RangeEnd - times[last]) / 1000.0;
        var sampled = (times[last] - times[0]) / 1000.0;
        var average = last > 0 ? sampled / last : 0;
        var threshold = average * UsualGap;
        factor = 1;
        startsAtZero = firstStart != 0 && firstStart > call.RangeStart && firstStart < times[0];
        if (startsAtZero)
        {
            // Nothing has to be guessed on this side.
            toStart = 0;
            sampled = (times[last] - firstStart) / 1000.0;
        }
        else if (last == 0)
        {
            return false;
        }
        else
        {
            toStart = toStart >= threshold ? average / 2 : toStart;
            // A counter cannot have been below zero: it is not extrapolated beyond where it would have been that.
            var toZero = sampled * startShare;
            toStart = toZero < toStart ? toZero : toStart;
        }

        toEnd = toEnd >= threshold ? average / 2 : toEnd;
        factor = sampled != 0 ? (sampled + toStart + toEnd) / sampled : 1;
        if (isRate)
        {
            factor /= (call.RangeEnd - call.RangeStart) / 1000.0;
        }

        return true;
    }
}
