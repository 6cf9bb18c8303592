namespace Instrumentation.Games.Matches;

/// <summary>A game that begins.</summary>
public readonly record struct GameStart
{
    /// <summary>Names the game. Never a label.</summary>
    public string? GameId { get; init; }

    /// <summary>Names the room. Never a label.</summary>
    public string? RoomId { get; init; }

    /// <summary>How many take part, bots included.</summary>
    public required int PlayerCount { get; init; }

    /// <summary>How many of them are bots.</summary>
    public int BotCount { get; init; }

    /// <summary>Records it. May be called from any thread; allocates nothing.</summary>
    public void Record()
    {
        MatchMetrics.Active(1);
        MatchMetrics.Started();
        MatchMetrics.Players(PlayerCount);
    }
}
