using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>Puts the samples of a load command into a source.</summary>
public static class SampleLoader
{
    public static void Load(LoadCommand command, ListSource source)
    {
        var converter = new ClassicConverter();
        foreach (var (samples, startTimes) in command.Series)
        {
            NativeHistogram? previous = null;
            for (var i = 0; i < samples.Values.Count; i++)
            {
                var item = samples.Values[i];
                if (item.IsOmitted)
                {
                    continue;
                }

                var time = i * command.Step;
                var start = startTimes is not null && !startTimes.Values[i].IsOmitted ? time + (long)startTimes.Values[i].Value : 0;
                var stored = item.Histogram is null ? null : AsStored(item.Histogram, previous);
                source.Add(samples.Labels, time, item with { Histogram = stored }, start);
                if (command.WithNativeHistograms)
                {
                    converter.Take(samples.Labels, time, item);
                }

                previous = item.Histogram;
            }
        }

        if (command.WithNativeHistograms)
        {
            foreach (var (labels, histograms) in converter.Convert())
            {
                NativeHistogram? previous = null;
                foreach (var (time, histogram) in histograms)
                {
                    source.Add(labels, time, new SequenceValue(0, Histogram: AsStored(histogram, previous)));
                    previous = histogram;
                }
            }
        }
    }

    /// <summary>
    /// Prometheus' storage finds out about resets when it appends (appendable in tsdb/chunkenc/float_histogram.go), and what it then gives
    /// to queries says where there is none for sure; the first histogram of a chunk it leaves open.
    /// </summary>
    private static NativeHistogram AsStored(NativeHistogram histogram, NativeHistogram? previous)
    {
        if (histogram.Hint is CounterResetHint.Gauge or CounterResetHint.Reset || SpecialValues.IsStale(histogram.Sum))
        {
            return histogram;
        }

        var unknown = histogram.WithHint(CounterResetHint.Unknown);
        if (previous is null || previous.Hint == CounterResetHint.Gauge)
        {
            return unknown;
        }

        if (histogram.Count >= previous.Count
            && (histogram.Schema != previous.Schema || histogram.ZeroThreshold != previous.ZeroThreshold))
        {
            return unknown;
        }

        return HistogramResets.IsReset(unknown, previous) ? unknown : histogram.WithHint(CounterResetHint.NotReset);
    }
}
