using System.ComponentModel.DataAnnotations;

namespace GameServer.Matchmaking;

public sealed class MatchmakingOptions
{
    public const string Section = "Matchmaking";

    /// <summary>How long a search waits for a full match before it makes do with fewer players, in seconds. Default 2.</summary>
    [Range(0.0, 300)]
    public double PatienceSeconds { get; set; } = 2;

    /// <summary>When a search gives up, in seconds. Default 10.</summary>
    [Range(0.1, 600)]
    public double TimeoutSeconds { get; set; } = 10;

    /// <summary>The most players who wait for one mode in one region; further searches are turned away. Default 1,000.</summary>
    [Range(2, 100_000)]
    public int WaitingLimit { get; set; } = 1_000;

    public TimeSpan Patience => TimeSpan.FromSeconds(PatienceSeconds);

    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);
}
