using Instrumentation.Metrics;

namespace GameServer.Pages;

/// <summary>Sums and single values out of a snapshot.</summary>
public static class SnapshotReading
{
    /// <summary>The sum over all series of a counter or gauge that pass; 0 when there are none.</summary>
    public static double Sum(this MetricsSnapshot snapshot, string metric, Func<MetricSeries, bool>? filter = null) =>
        snapshot.Family(metric)?.Series.Where(filter ?? (_ => true)).Sum(series => series.Value) ?? 0;

    public static long Count(this MetricsSnapshot snapshot, string metric, Func<MetricSeries, bool>? filter = null) =>
        (long)snapshot.Sum(metric, filter);

    /// <summary>The value of a gauge, or of the series of it that has a label value; null when there is none, or it is no number.</summary>
    public static double? Value(this MetricsSnapshot snapshot, string metric, string? label = null, string? value = null)
    {
        foreach (var series in snapshot.Family(metric)?.Series ?? [])
        {
            if (label is null || series[label] == value)
            {
                return double.IsFinite(series.Value) ? series.Value : null;
            }
        }

        return null;
    }
}
