using System.ComponentModel.DataAnnotations;

namespace GameServer.Bots;

/// <summary>How many bots play, and how they behave.</summary>
public sealed class BotOptions
{
    public const string Section = "Bots";

    /// <summary>Bots that play; 0 for none. Default 50.</summary>
    [Range(0, 5_000)]
    public int Count { get; set; } = 50;

    /// <summary>Bots that join a second, at the start. Default 100.</summary>
    [Range(1, 5_000)]
    public int JoinPerSecond { get; set; } = 100;

    /// <summary>How often a bot's connection breaks during a match; most of them come back. Default 0.3 a minute.</summary>
    [Range(0.0, 600)]
    public double DropsPerMinute { get; set; } = 0.3;

    /// <summary>How often a bot says something during a match, now and then something foul. Default 2 a minute.</summary>
    [Range(0.0, 600)]
    public double ChatsPerMinute { get; set; } = 2;

    /// <summary>How often a bot sends what is no command. Default 0.5 a minute.</summary>
    [Range(0.0, 600)]
    public double MistakesPerMinute { get; set; } = 0.5;
}
