using Instrumentation.Games.Derived;

namespace Instrumentation.Games.Sessions;

/// <summary>What is measured of sessions. <see cref="GameSession"/> records all of it.</summary>
public static partial class SessionMetrics
{
    private static readonly RunningCount s_open = new();
    private static readonly LabelledRatio s_dropRate = new("game_session_drop_rate", Limits.Regions, Windows.Short, DropRate);

    [GameMetric(MetricKind.Gauge, "sessions", Help = "Sessions that are on.")]
    internal static long Open => s_open.Value;

    /// <summary>A player's round-trip time as its session was recorded.</summary>
    [GameMetric(MetricKind.Histogram, "session_ping_seconds", Help = "Round-trip times of players.", Preset = BucketPreset.NetworkLatency)]
    public static partial void Ping([MetricLabel(Limit = Limits.Regions)] string? region, TimeSpan ping);

    /// <summary>Frames a second on a player's machine.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "session_frames_per_second",
        Help = "Frames a second on the machines of players.",
        Buckets = [15, 24, 30, 45, 60, 75, 90, 120, 144, 165, 240])]
    public static partial void FramesPerSecond([MetricLabel(Limit = Limits.Regions)] string? region, double framesPerSecond);

    /// <summary>Counts sessions that began, or with a negative number ended.</summary>
    internal static void Count(int change) => s_open.Add(change);

    /// <summary>Counts a session that has ended, and whether the player was cut off.</summary>
    internal static void Ended(string? region, bool dropped)
    {
        EndedBy(region, dropped);
        s_dropRate.Count(region, dropped ? 1 : 0, 1);
    }

    [GameMetric(MetricKind.Counter, "sessions_ended_total", Help = "Sessions that have ended, and whether the player was cut off.")]
    private static partial void EndedBy([MetricLabel(Limit = Limits.Regions)] string? region, bool dropped);

    [GameMetric(
        MetricKind.Gauge,
        "session_drop_rate",
        Help = "Of the sessions that ended in the last 5 minutes, the share whose player was cut off; NaN when none ended.")]
    private static partial void DropRate([MetricLabel(Limit = Limits.Regions)] string? region, double ratio);
}
