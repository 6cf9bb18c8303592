using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>Functions over ranges that hold native histograms, alone or among numbers.</summary>
internal static class HistogramRanges
{
    public static bool Evaluate(string name, RangeFunction ofNumbers, in RangeCall call, out double value, out NativeHistogram? histogram)
    {
        value = 0;
        histogram = null;
        switch (name)
        {
            case "count_over_time":
                value = call.Count + call.Histograms.Length;
                return true;
            case "present_over_time" or "absent_over_time":
                value = 1;
                return true;
            case "first_over_time" or "ts_of_first_over_time":
                return Edge(call, isFirst: true, name[0] == 't', out value, out histogram);
            case "last_over_time" or "ts_of_last_over_time":
                return Edge(call, isFirst: false, name[0] == 't', out value, out histogram);
            case "resets" or "changes":
                return HistogramTransitions.Count(call, name == "resets", out value);
            case "irate" or "idelta":
                return HistogramInstantRates.Difference(call, name == "irate", out value, out histogram);
            case "avg_over_time" or "sum_over_time":
                histogram = Total(call, name == "avg_over_time");
                return histogram is not null;
            case "rate" or "increase" or "delta":
                histogram = Rate(call, name);
                return histogram is not null;
        }

        // All others are about numbers.
        if (call.Count == 0)
        {
            return false;
        }

        HistogramNotes.IgnoredInMixedRange(call);
        return ofNumbers(call, out value);
    }

    private static NativeHistogram? Rate(in RangeCall call, string name)
    {
        if (call.Count > 0)
        {
            HistogramNotes.MixedWithFloats(call);
            return null;
        }

        return call.Extension == RangeExtension.None
            ? HistogramRates.Extrapolated(call, isCounter: name != "delta", isRate: name == "rate")
            : HistogramExtendedRates.Difference(call, isCounter: name != "delta", isRate: name == "rate");
    }

    private static bool Edge(in RangeCall call, bool isFirst, bool wantsTime, out double value, out NativeHistogram? histogram)
    {
        var histogramTime = isFirst ? call.HistogramTimes[0] : call.HistogramTimes[^1];
        var takesNumber = false;
        if (call.Count > 0)
        {
            takesNumber = isFirst ? call.Times[0] < histogramTime : call.Times[^1] > histogramTime;
        }

        histogram = null;
        if (wantsTime)
        {
            value = (takesNumber ? isFirst ? call.Times[0] : call.Times[^1] : histogramTime) / 1000.0;
            return true;
        }

        value = takesNumber ? isFirst ? call.Values[0] : call.Values[^1] : 0;
        histogram = takesNumber ? null : isFirst ? call.Histograms[0] : call.Histograms[^1];
        return true;
    }

    private static NativeHistogram? Total(in RangeCall call, bool wantsMean)
    {
        if (call.Count > 0)
        {
            HistogramNotes.MixedWithFloats(call);
            return null;
        }

        var sum = new HistogramSum(call.Histograms[0]!);
        foreach (var histogram in call.Histograms[1..])
        {
            if (!(wantsMean ? sum.TryAddToMean(histogram!) : sum.TryAdd(histogram!)))
            {
                HistogramNotes.MixedSchemas(call);
                return null;
            }
        }

        if (sum.HasResetCollision)
        {
            call.Context.Annotations.Warn(HistogramNotes.Collision("aggregation"), call.FirstArgument);
        }

        if (sum.WasReconciled)
        {
            call.Context.Annotations.Info(HistogramNotes.Reconciled("aggregation"), call.FirstArgument);
        }

        return wantsMean ? sum.Mean() : sum.Total();
    }
}
