using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Gives the samples of a window without stale markers, numbers and histograms apart; copies only where that is needed.</summary>
internal sealed class WindowFilter
{
    private readonly SampleBuffer _floats = new();
    private readonly SampleBuffer _histograms = new();

    public SampleWindow Take(SeriesSamples series, int first, int end)
    {
        var samples = series.Samples;
        var window = new SampleWindow
        {
            Times = samples.Times[first..end],
            Values = samples.Values[first..end],
            StartTimes = samples.StartTimes.IsEmpty ? default : samples.StartTimes[first..end],
        };
        var histograms = samples.Histograms.IsEmpty ? default : samples.Histograms[first..end];
        return histograms.IsEmpty && !HasStale(window.Values) ? window : Split(window, histograms);
    }

    private static bool HasStale(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (double.IsNaN(value) && SpecialValues.IsStale(value))
            {
                return true;
            }
        }

        return false;
    }

    private SampleWindow Split(SampleWindow window, ReadOnlySpan<NativeHistogram?> histograms)
    {
        _floats.Clear();
        _histograms.Clear();
        for (var i = 0; i < window.Times.Length; i++)
        {
            var histogram = histograms.IsEmpty ? null : histograms[i];
            var startTime = window.StartTimes.IsEmpty ? 0 : window.StartTimes[i];
            if (SpecialValues.IsStale(histogram?.Sum ?? window.Values[i]))
            {
                continue;
            }

            if (histogram is null)
            {
                _floats.Add(window.Times[i], window.Values[i], startTime);
            }
            else
            {
                _histograms.Add(window.Times[i], histogram, startTime);
            }
        }

        return new SampleWindow
        {
            Times = _floats.Times,
            Values = _floats.Values,
            StartTimes = _floats.StartTimes,
            HistogramTimes = _histograms.Times,
            Histograms = _histograms.Histograms,
            HistogramStartTimes = _histograms.StartTimes,
        };
    }
}
