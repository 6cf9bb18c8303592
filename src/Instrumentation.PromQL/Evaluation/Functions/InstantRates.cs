namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>irate() and idelta(): between the last two samples (instantValue in promql/functions.go).</summary>
internal static class InstantRates
{
    public static bool Difference(in RangeCall call, bool isRate, out double result)
    {
        result = 0;
        if (call.Count < 2)
        {
            return false;
        }

        var (previous, last) = (call.Count - 2, call.Count - 1);
        var interval = call.Times[last] - call.Times[previous];
        if (interval == 0)
        {
            return false;
        }

        var reset = isRate && (call.Values[last] < call.Values[previous]
            || (!call.StartTimes.IsEmpty
                && StartTimes.IsReset(call.StartTimes[previous], call.Times[previous], call.StartTimes[last], call.Times[last])));
        result = reset ? call.Values[last] : call.Values[last] - call.Values[previous];
        if (isRate)
        {
            result /= interval / 1000.0;
        }

        return true;
    }
}
