using System.Diagnostics.CodeAnalysis;
using Instrumentation.Games.Derived;

namespace Instrumentation.Games.Matches;

/// <summary>What is measured of games. <see cref="GameStart"/> and <see cref="GameEnd"/> record all of it.</summary>
public static partial class MatchMetrics
{
    private static readonly SlidingRate s_completed = new(Windows.Long);

    [GameMetric(MetricKind.Gauge, "games_per_hour", Help = "Games completed in an hour, by those of the last hour.")]
    internal static double PerHour => s_completed.ReadPerHour();

    internal static void Completed(TimeSpan duration)
    {
        CompletedCount();
        Duration(duration);
        s_completed.Count();
    }

    [GameMetric(MetricKind.UpDownCounter, "games_active", Help = "Games that are on.")]
    internal static partial void Active(int change);

    [GameMetric(MetricKind.Counter, "games_started_total", Help = "Games that began.")]
    internal static partial void Started();

    [GameMetric(MetricKind.Counter, "games_abandoned_total", Help = "Games that were given up.")]
    internal static partial void Abandoned();

    [GameMetric(MetricKind.Histogram, "players_per_game", Help = "Players of a game, bots included.", Buckets = [1, 2, 3, 4, 6, 8, 10, 12, 16, 24, 32, 64, 100])]
    internal static partial void Players(int count);

    [GameMetric(MetricKind.Counter, "games_completed_total", Help = "Games that were played to the end.")]
    private static partial void CompletedCount();

    [SuppressMessage("Instrumentation", "INST027", Justification = "Under a prefix of the program's own, as most have one, the name would say too little without it.")]
    [GameMetric(
        MetricKind.Histogram,
        "game_duration_seconds",
        Help = "Lengths of games that were played to the end.",
        Buckets = [15, 30, 60, 120, 180, 300, 600, 900, 1200, 1800, 2700, 3600, 7200])]
    private static partial void Duration(TimeSpan duration);
}
