using Instrumentation.Games.Derived;

namespace Instrumentation.Games.Matches;

/// <summary>What is measured of games. <see cref="GameStart"/> and <see cref="GameEnd"/> record all of it.</summary>
public static partial class MatchMetrics
{
    private static readonly SlidingRate s_completed = new(Windows.Long);

    [GameMetric(MetricKind.Gauge, "games_per_hour", Help = "Games completed in an hour, by those of the last hour.")]
    internal static double PerHour => s_completed.ReadPerHour();

    internal static void Completed() => s_completed.Count();

    [GameMetric(MetricKind.UpDownCounter, "games_active", Help = "Games that are on.")]
    internal static partial void Active(int change);
}
