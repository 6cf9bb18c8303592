using System.ComponentModel.DataAnnotations;

namespace GameServer.Matches;

public sealed class MatchOptions
{
    public const string Section = "Match";

    /// <summary>Ticks a second. Default 20.</summary>
    [Range(5, 128)]
    public int TickRate { get; set; } = 20;

    /// <summary>Players are sent the state every so many ticks. Default 2.</summary>
    [Range(1, 20)]
    public int SnapshotEvery { get; set; } = 2;

    /// <summary>The score that wins; 0, the default, takes the game mode's own.</summary>
    [Range(0, 1000)]
    public int ScoreLimit { get; set; }

    /// <summary>The longest that a match lasts, in seconds. Default 120.</summary>
    [Range(1, 3600)]
    public int TimeLimitSeconds { get; set; } = 120;

    /// <summary>How long the dead stay dead, in seconds. Default 2.</summary>
    [Range(0.1, 60)]
    public double RespawnSeconds { get; set; } = 2;

    public TimeSpan TickLength => TimeSpan.FromSeconds(1.0 / TickRate);

    public int TicksIn(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds * TickRate);
}
