using Instrumentation.Games.Players;

namespace Instrumentation.Games.Sessions;

/// <summary>A player's session. It is recorded when it begins, and again with <see cref="EndTime"/> when it ends.</summary>
/// <remarks>
/// The begin and the end of one session must bear the same region and game mode: the active sessions are counted up and down by them. A session that changes its mode
/// ends in one and begins in the other.
/// </remarks>
public readonly record struct GameSession
{
    /// <summary>Names the session. Never a label.</summary>
    public string? SessionId { get; init; }

    /// <summary>Names the player. Never a label.</summary>
    public string? PlayerId { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartTime { get; init; }

    /// <summary>When it ended; null as long as it is on.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Whether it ended because the player was cut off.</summary>
    public bool Dropped { get; init; }

    /// <summary>Where it is played.</summary>
    public string? Region { get; init; }

    /// <summary>What is played.</summary>
    public string? GameMode { get; init; }

    /// <summary>The player's round-trip time, if it is known.</summary>
    public TimeSpan? Ping { get; init; }

    /// <summary>Frames a second on the player's machine, if known.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>Records the begin or the end. May be called from any thread; allocates nothing.</summary>
    public void Record()
    {
        var change = EndTime is null ? 1 : -1;
        SessionMetrics.Count(Region, GameMode, change);
        PlayerMetrics.Concurrent(Region, change);
        if (EndTime is { } end)
        {
            SessionMetrics.Ended(Region, GameMode, end - StartTime, Dropped);
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
