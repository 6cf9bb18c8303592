namespace Instrumentation.Games.Players;

/// <summary>How many players there are, and how many come back.</summary>
public static partial class PlayerMetrics
{
    /// <summary>
    /// Adds to the players who are on, or takes away from them with a negative number. Not to be called beside sessions, which do it by themselves.
    /// </summary>
    [GameMetric(MetricKind.UpDownCounter, "concurrent_players", Help = "Players who are on, by region.")]
    public static partial void Concurrent([MetricLabel(Limit = Limits.Regions)] string? region, int change);

    /// <summary>Sets the number of players who count as active: those of the last 24 hours, or however the game defines it.</summary>
    [GameMetric(MetricKind.Gauge, "active_users", Help = "Players who count as active, as the game defines it.")]
    public static partial void Active(long players);

    /// <summary>Sets the share of new players who came back so many days later, from 0 to 1.</summary>
    [GameMetric(MetricKind.Gauge, "player_retention_ratio", Help = "Share of new players who came back after so many days.")]
    public static partial void Retention(RetentionDay day, double ratio);

    /// <summary>Counts a player who registered.</summary>
    [GameMetric(MetricKind.Counter, "user_registrations_total", Help = "Players who registered.")]
    public static partial void Registered();
}
