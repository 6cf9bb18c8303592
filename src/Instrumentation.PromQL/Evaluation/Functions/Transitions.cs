using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>resets() and changes(): what happens from sample to sample (funcResets, funcChanges in promql/functions.go).</summary>
internal static class Transitions
{
    public static bool Resets(in RangeCall call, out double result)
    {
        result = 0;
        if (!TryFirst(call, out var first))
        {
            return false;
        }

        for (var i = first + 1; i < call.Count; i++)
        {
            var reset = call.Values[i] < call.Values[i - 1]
                || (!call.StartTimes.IsEmpty
                    && StartTimes.IsReset(call.StartTimes[i - 1], call.Times[i - 1], call.StartTimes[i], call.Times[i]));
            result += reset ? 1 : 0;
        }

        return true;
    }

    public static bool Changes(in RangeCall call, out double result)
    {
        result = 0;
        if (!TryFirst(call, out var first))
        {
            return false;
        }

        for (var i = first + 1; i < call.Count; i++)
        {
            // Equals takes two NaNs for the same, as it should be here.
            result += call.Values[i].Equals(call.Values[i - 1]) ? 0 : 1;
        }

        return true;
    }

    // An anchored range begins with the last sample at or before it, and is empty when no sample follows.
    private static bool TryFirst(in RangeCall call, out int first)
    {
        first = 0;
        if (call.Extension != RangeExtension.Anchored)
        {
            return true;
        }

        var inside = ExtendedRange.FirstAtLeast(call.Times, call.Count, call.RangeStart + 1);
        first = Math.Max(0, inside - 1);
        return inside < call.Count;
    }
}
