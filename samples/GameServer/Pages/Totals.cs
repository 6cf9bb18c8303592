using Instrumentation.Metrics;

namespace GameServer.Pages;

/// <summary>What has been counted from the start up to one moment. What lies between two of them has happened in between.</summary>
public sealed record Totals(TimeSpan Uptime, GameCounts Counts, IReadOnlyList<RegionStatus> Regions, IReadOnlyList<OperationStatus> Operations)
{
    /// <summary>Those of the start itself.</summary>
    public static Totals None { get; } = new(TimeSpan.Zero, new GameCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), [], []);

    public static Totals Read(MetricsSnapshot snapshot, TimeSpan uptime) =>
        new(uptime, FigureReader.Counts(snapshot), FigureReader.Regions(snapshot), OperationReader.Read(snapshot));

    public RegionStatus? Region(string name) => Regions.FirstOrDefault(region => region.Name == name);

    public OperationStatus? Operation(string name) => Operations.FirstOrDefault(operation => operation.Name == name);
}
