#if MONITORED
using Instrumentation.Metrics;
#endif

namespace Constructs.Harness;

/// <summary>What all operations have come to, read as everything else reads them: from a snapshot of the default registry.</summary>
public static class Tallies
{
    public static Dictionary<string, Tally> Read()
    {
        var tallies = new Dictionary<string, Tally>();
#if MONITORED
        using var snapshot = InstrumentRegistry.Default.Snapshot();
        foreach (var family in snapshot.Families.Where(f => !f.Name.StartsWith("instrumentation_", StringComparison.Ordinal)))
        {
            foreach (var series in family.Series)
            {
                // An operation with a metric of its own goes by that.
                var operation = series["operation"] ?? family.Name;
                tallies[operation] = tallies.GetValueOrDefault(operation) + Part(family, series);
            }
        }
#endif
        return tallies;
    }

    /// <summary>
    /// Reads once nothing is in flight any more: a task's continuations, of which its being counted is one, run in no given order, and an
    /// async void method ends when nobody waits for it.
    /// </summary>
    public static async Task<Dictionary<string, Tally>> ReadWhenQuiet()
    {
        for (var looks = 0; ; looks++)
        {
            var tallies = Read();
            if (looks == 6_000 || tallies.Values.All(tally => tally.InFlight == 0))
            {
                return tallies;
            }

            await Task.Delay(10);
        }
    }

    public static Dictionary<string, Tally> Changes(Dictionary<string, Tally> before, Dictionary<string, Tally> after) => after
        .Select(pair => (pair.Key, Change: pair.Value - before.GetValueOrDefault(pair.Key)))
        .Where(pair => pair.Change != default)
        .ToDictionary(pair => pair.Key, pair => pair.Change);

#if MONITORED
    private static Tally Part(MetricFamilySnapshot family, MetricSeries series) => family.Name switch
    {
        "operation_failures" or "operation_failures_total" => new(0, (long)series.Value, 0, 0),
        "operation_cancellations" or "operation_cancellations_total" => new(0, 0, (long)series.Value, 0),
        "operations_in_flight" => new(0, 0, 0, (long)series.Value),
        _ when series.IsHistogram => new(series.Count, 0, 0, 0),
        _ => default,
    };
#endif
}
