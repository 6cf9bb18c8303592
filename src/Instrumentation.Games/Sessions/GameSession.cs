using Instrumentation.Games.Players;

namespace Instrumentation.Games.Sessions;

/// <summary>A player's session. It is recorded when it begins, and again with <see cref="EndTime"/> when it ends.</summary>
/// <remarks>
/// The begin and the end of one session must bear the same region and game mode: the active sessions are counted up and down by them. A session that changes its mode
/// ends in one and begins in the other.
/// </remarks>
[GameEvent]
public readonly partial record struct GameSession
{
    /// <summary>Names the session. Never a label.</summary>
    [EventId]
    public string? SessionId { get; init; }

    /// <summary>Names the player. Never a label.</summary>
    [EventId]
    public string? PlayerId { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartTime { get; init; }

    /// <summary>When it ended; null as long as it is on.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Whether it ended because the player was cut off.</summary>
    public bool Dropped { get; init; }

    /// <summary>Where it is played.</summary>
    [MetricLabel(Limit = Limits.Regions)]
    public string? Region { get; init; }

    /// <summary>What is played.</summary>
    [MetricLabel(Limit = Limits.GameModes)]
    public string? GameMode { get; init; }

    /// <summary>The player's round-trip time, if it is known.</summary>
    public TimeSpan? Ping { get; init; }

    /// <summary>Frames a second on the player's machine, if known.</summary>
    public double? FramesPerSecond { get; init; }

    [GameMetric(MetricKind.UpDownCounter, "active_sessions", Help = "Sessions that are on, by region and game mode.")]
    private int Change => EndTime is null ? 1 : -1;

    [GameMetric(
        MetricKind.Histogram,
        "session_duration_seconds",
        Help = "Lengths of sessions that have ended.",
        Preset = BucketPreset.SessionLength)]
    private TimeSpan? Length => EndTime - StartTime;

    /// <summary>Records the begin or the end, and hands it to whoever listens to the event stream. May be called from any thread; allocates nothing while nobody does.</summary>
    public partial void Record();

    private void OnRecorded()
    {
        SessionMetrics.Count(Change);
        PlayerMetrics.Concurrent(Region, Change);
        if (EndTime is not null)
        {
            SessionMetrics.Ended(Region, Dropped);
        }

        if (Ping is { } ping)
        {
            SessionMetrics.Ping(Region, ping);
        }

        if (FramesPerSecond is { } framesPerSecond)
        {
            SessionMetrics.FramesPerSecond(Region, framesPerSecond);
        }
    }
}
