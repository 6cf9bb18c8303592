using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>Differences whose edges are samples before the range, or interpolated (extendedRate in promql/functions.go).</summary>
internal static class ExtendedRange
{
    public static bool Difference(in RangeCall call, bool isCounter, bool isRate, out double result)
    {
        result = 0;
        var smoothed = call.Extension == RangeExtension.Smoothed;
        var times = call.Times;
        var last = times.Length - 1;
        var first = Math.Max(0, FirstAtLeast(times, last, call.RangeStart + 1) - 1);
        if (smoothed)
        {
            last = FirstAtLeast(times, last, call.RangeEnd);
        }

        if (times[last] <= call.RangeStart || (smoothed && times[first] > call.RangeEnd))
        {
            return false;
        }

        var left = smoothed && times[first] < call.RangeStart ? At(call, first, call.RangeStart, isCounter) : call.Values[first];
        var right = smoothed && last > 0 && times[last] > call.RangeEnd ? At(call, last - 1, call.RangeEnd, isCounter) : call.Values[last];
        result = right - left;
        if (isCounter)
        {
            first += times[first] <= call.RangeStart ? 1 : 0;
            last -= times[last] >= call.RangeEnd ? 1 : 0;
            result += Resets(left, right, last >= first ? call.Values[first..(last + 1)] : default);
        }

        if (isRate)
        {
            result /= (call.RangeEnd - call.RangeStart) / 1000.0;
        }

        return true;
    }

    /// <summary>The value on the line between two samples; a counter that went down started again from zero.</summary>
    public static double Interpolate(long time1, double value1, long time2, double value2, long at, bool isCounter)
    {
        value1 = isCounter && value2 < value1 ? 0 : value1;
        return value1 + ((value2 - value1) * (at - time1) / (time2 - time1));
    }

    /// <summary>The index of the first time at or after a bound among the first <paramref name="count"/>; that number if there is none.</summary>
    public static int FirstAtLeast(ReadOnlySpan<long> times, int count, long bound)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle] >= bound ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static double At(in RangeCall call, int index, long time, bool isCounter) =>
        Interpolate(call.Times[index], call.Values[index], call.Times[index + 1], call.Values[index + 1], time, isCounter);

    private static double Resets(double left, double right, ReadOnlySpan<double> between)
    {
        var lost = 0.0;
        var previous = left;
        foreach (var value in between)
        {
            lost += value < previous ? previous : 0;
            previous = value;
        }

        return right < previous ? lost + previous : lost;
    }
}
