using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>Puts the samples of a load command somewhere.</summary>
public static class SampleLoader
{
    public static void Load(LoadCommand command, Action<Labels, long, double, long> add)
    {
        foreach (var (samples, startTimes) in command.Series)
        {
            for (var i = 0; i < samples.Values.Count; i++)
            {
                var item = samples.Values[i];
                if (item.IsOmitted)
                {
                    continue;
                }

                var time = i * command.Step;
                var start = startTimes is not null && !startTimes.Values[i].IsOmitted ? time + (long)startTimes.Values[i].Value : 0;
                add(samples.Labels, time, item.IsHistogram ? SpecialValues.NativeHistogram : item.Value, start);
                if (command.WithNativeHistograms && Base(samples.Labels) is { } converted)
                {
                    add(converted, time, SpecialValues.NativeHistogram, 0);
                }
            }
        }
    }

    // load_with_nhcb makes a native histogram of each classic one, under its name without suffix.
    private static Labels? Base(Labels labels)
    {
        foreach (var suffix in (string[])["_bucket", "_count", "_sum"])
        {
            if (labels.Name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return labels.With(Labels.MetricName, labels.Name[..^suffix.Length]).With("le", "");
            }
        }

        return null;
    }
}
