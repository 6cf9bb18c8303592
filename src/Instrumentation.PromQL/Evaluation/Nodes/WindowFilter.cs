using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Gives the samples of a window without stale markers; copies only where there are some.</summary>
internal sealed class WindowFilter
{
    private readonly SampleBuffer _copy = new();

    /// <exception cref="NativeHistogramException">There is a native histogram among them.</exception>
    public void Take(
        SeriesSamples series, int first, int end, out ReadOnlySpan<long> times, out ReadOnlySpan<double> values, out ReadOnlySpan<long> startTimes)
    {
        times = series.Samples.Times[first..end];
        values = series.Samples.Values[first..end];
        startTimes = series.Samples.StartTimes.IsEmpty ? default : series.Samples.StartTimes[first..end];
        if (!HasSpecial(series, values))
        {
            return;
        }

        _copy.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            if (!SpecialValues.IsStale(values[i]))
            {
                _copy.Add(times[i], values[i], startTimes.IsEmpty ? 0 : startTimes[i]);
            }
        }

        times = _copy.Times;
        values = _copy.Values;
        startTimes = _copy.StartTimes;
    }

    private static bool HasSpecial(SeriesSamples series, ReadOnlySpan<double> values)
    {
        var found = false;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                if (SpecialValues.IsNativeHistogram(value))
                {
                    throw new NativeHistogramException(series.Labels.ToString());
                }

                found |= SpecialValues.IsStale(value);
            }
        }

        return found;
    }
}
