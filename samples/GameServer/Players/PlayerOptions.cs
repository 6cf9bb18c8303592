using System.ComponentModel.DataAnnotations;

namespace GameServer.Players;

public sealed class PlayerOptions
{
    public const string Section = "Players";

    /// <summary>The most players at a time, dropped ones included. Default 5,000.</summary>
    [Range(1, 100_000)]
    public int MaxPlayers { get; set; } = 5_000;

    /// <summary>How long the seat of a player who dropped out is kept, in seconds. Default 15.</summary>
    [Range(1, 600)]
    public int GraceSeconds { get; set; } = 15;
}
