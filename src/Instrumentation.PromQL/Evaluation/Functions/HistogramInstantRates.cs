using Instrumentation.PromQL.Histograms;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>irate() and idelta() where the last two samples may be histograms (instantValue in promql/functions.go).</summary>
internal static class HistogramInstantRates
{
    public static bool Difference(in RangeCall call, bool isRate, out double value, out NativeHistogram? histogram)
    {
        value = 0;
        histogram = null;
        var (numbers, histograms) = (call.Count, call.Histograms.Length);
        if (numbers + histograms < 2)
        {
            return false;
        }

        // Which kinds the last two are follows from whose second last is later.
        if (numbers > 1 && call.Times[^2] > call.HistogramTimes[^1])
        {
            return InstantRates.Difference(call, isRate, out value);
        }

        if (histograms < 2 || (numbers > 0 && call.Times[^1] > call.HistogramTimes[^2]))
        {
            HistogramNotes.MixedWithFloats(call);
            return false;
        }

        histogram = Difference(call, isRate);
        return histogram is not null;
    }

    private static NativeHistogram? Difference(in RangeCall call, bool isRate)
    {
        var (previous, last) = (call.Histograms[^2]!, call.Histograms[^1]!);
        var interval = call.HistogramTimes[^1] - call.HistogramTimes[^2];
        if (isRate && (previous.Hint == CounterResetHint.Gauge || last.Hint == CounterResetHint.Gauge))
        {
            HistogramNotes.NotACounter(call);
        }

        if (!isRate && (previous.Hint != CounterResetHint.Gauge || last.Hint != CounterResetHint.Gauge))
        {
            HistogramNotes.NotAGauge(call);
        }

        var startTimes = call.HistogramStartTimes;
        var isReset = isRate && (HistogramResets.IsReset(last, previous)
            || (!startTimes.IsEmpty && StartTimes.IsReset(startTimes[^2], call.HistogramTimes[^2], startTimes[^1], call.HistogramTimes[^1])));
        var result = isReset ? last : HistogramNotes.Subtract(call, last, previous);
        result = result?.WithHint(CounterResetHint.Gauge).Compact();
        return isRate ? result?.Divide(interval / 1000.0) : result;
    }
}
