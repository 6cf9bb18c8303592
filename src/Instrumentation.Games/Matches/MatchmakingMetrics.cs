namespace Instrumentation.Games.Matches;

/// <summary>What is measured of the wait for a game.</summary>
public static partial class MatchmakingMetrics
{
    /// <summary>Observes how long a player waited for a game.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "matchmaking_queue_time_seconds",
        Help = "Times that players waited for a game.",
        Buckets = [0.5, 1, 2.5, 5, 10, 20, 30, 60, 90, 120, 180, 300, 600])]
    public static partial void Waited(
        [MetricLabel(Limit = Limits.Regions)] string? region,
        [MetricLabel(Limit = Limits.GameModes)] string? gameMode,
        TimeSpan time);
}
