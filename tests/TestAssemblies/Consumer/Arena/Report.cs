using System.Globalization;
using Instrumentation.Metrics;

namespace Games;

/// <summary>What the operations have come to.</summary>
public static class Report
{
    /// <summary>The calls of each operation that was called.</summary>
    public static string Calls()
    {
        using var snapshot = InstrumentRegistry.Default.Snapshot();
        var calls = new List<string>();
        foreach (var series in snapshot.Family("operation_duration_seconds")!.Value.Series)
        {
            if (series.Count > 0)
            {
                calls.Add(string.Create(CultureInfo.InvariantCulture, $"{series["operation"]}={series.Count}"));
            }
        }

        calls.Sort(StringComparer.Ordinal);
        return "calls: " + string.Join(' ', calls);
    }
}
