using Instrumentation.Metrics;

namespace GameServer.Pages;

/// <summary>Reads the monitored operations for the page, from the same snapshot that <c>/metrics</c> is written from.</summary>
public static class OperationReader
{
    /// <summary>A histogram that an operation has for itself does not repeat the operation's name.</summary>
    private static readonly Dictionary<string, string> s_ownHistograms = new()
    {
        ["match_tick_seconds"] = "MatchSimulation.Advance",
        ["matchmaking_wait_seconds"] = "Matchmaker.FindMatchAsync",
    };

    /// <summary>All operations by name, with the series of their labels taken together.</summary>
    public static IReadOnlyList<OperationStatus> Read(MetricsSnapshot snapshot)
    {
        var failures = SumByOperation(snapshot, "operation_failures_total");
        var cancellations = SumByOperation(snapshot, "operation_cancellations_total");
        var inFlight = SumByOperation(snapshot, "operations_in_flight");

        var shared = snapshot.Family("operation_duration_seconds")?.Series.GroupBy(series => series["operation"]!) ?? [];
        var own = s_ownHistograms.SelectMany(pair => snapshot.Family(pair.Key)?.Series.GroupBy(_ => pair.Value) ?? []);
        return
        [
            .. from operation in shared.Concat(own)
               orderby operation.Key
               select new OperationStatus(
                   operation.Key,
                   operation.First().Bounds[..^1].ToArray(),
                   CountsOf(operation),
                   failures.GetValueOrDefault(operation.Key),
                   cancellations.GetValueOrDefault(operation.Key),
                   inFlight.GetValueOrDefault(operation.Key)),
        ];
    }

    private static Dictionary<string, long> SumByOperation(MetricsSnapshot snapshot, string metric) =>
        snapshot.Family(metric)?.Series
            .GroupBy(series => series["operation"]!)
            .ToDictionary(operation => operation.Key, operation => operation.Sum(series => (long)series.Value)) ?? [];

    // From "so many up to this bound" to "so many in this bucket".
    private static long[] CountsOf(IEnumerable<MetricSeries> series)
    {
        var counts = new long[series.First().Bounds.Length];
        foreach (var one in series)
        {
            var cumulative = one.CumulativeCounts;
            for (var bucket = 0; bucket < counts.Length; bucket++)
            {
                counts[bucket] += cumulative[bucket] - (bucket == 0 ? 0 : cumulative[bucket - 1]);
            }
        }

        return counts;
    }
}
