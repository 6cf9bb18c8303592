using Instrumentation.Alerting.Evaluation;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Alerting.History;

/// <summary>One series of the registry and what is kept of it: its value, or of a histogram the buckets, sum and count that are wanted.</summary>
internal sealed class SampledSeries(SeriesHandle? value, SeriesHandle? sum, SeriesHandle?[] buckets)
{
    private Exemplar?[]? _kept;

    /// <summary>The sampling that saw it last.</summary>
    internal long SeenIn { get; set; }

    /// <summary>Appends the values. Returns how many of them the store has no room for.</summary>
    internal int Append(long time, in MetricSeries series)
    {
        var refused = 0;
        if (value is not null && !value.Append(time, series.Value))
        {
            refused += value.IsRefused ? 1 : 0;
        }

        if (!series.IsHistogram)
        {
            return refused;
        }

        if (sum is not null && !sum.Append(time, series.Sum))
        {
            refused += sum.IsRefused ? 1 : 0;
        }

        var counts = series.CumulativeCounts;
        for (var i = 0; i < buckets.Length; i++)
        {
            if (buckets[i] is { } bucket && !bucket.Append(time, counts[i]))
            {
                refused += bucket.IsRefused ? 1 : 0;
            }
        }

        return refused;
    }

    /// <summary>Keeps an exemplar, unless it is the one that was shown before already.</summary>
    internal void Keep(in ExemplarFrame shown, ExemplarHistory exemplars)
    {
        _kept ??= new Exemplar?[Math.Max(1, buckets.Length)];
        if ((buckets.Length == 0 ? value : buckets[shown.Bucket]) is { } handle && !ReferenceEquals(_kept[shown.Bucket], shown.Exemplar))
        {
            _kept[shown.Bucket] = shown.Exemplar;
            exemplars.Add(handle.Labels, shown.Exemplar);
        }
    }

    internal void MarkStale(long time) => EndUnwanted(SelectionPlan.Empty, time);

    /// <summary>Ends what a new plan does not want.</summary>
    internal void EndUnwanted(SelectionPlan plan, long time)
    {
        EndUnwanted(value, plan, time);
        EndUnwanted(sum, plan, time);
        foreach (var bucket in buckets)
        {
            EndUnwanted(bucket, plan, time);
        }
    }

    private static void EndUnwanted(SeriesHandle? handle, SelectionPlan plan, long time)
    {
        if (handle is not null && !plan.Wants(handle.Labels))
        {
            handle.MarkStale(time);
        }
    }
}
