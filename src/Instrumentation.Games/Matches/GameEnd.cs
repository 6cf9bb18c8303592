namespace Instrumentation.Games.Matches;

/// <summary>A game that has ended.</summary>
public readonly record struct GameEnd
{
    /// <summary>Names the game. Never a label.</summary>
    public string? GameId { get; init; }

    /// <summary>Names the winner. Never a label.</summary>
    public string? WinnerId { get; init; }

    /// <summary>Whether a person or a bot won; null when nobody did.</summary>
    public PlayerType? Winner { get; init; }

    /// <summary>How many won, when a whole team did. Default 1.</summary>
    public int WinnerCount { get; init; } = 1;

    /// <summary>How many took part, bots included.</summary>
    public required int PlayerCount { get; init; }

    /// <summary>How many of them were bots.</summary>
    public int BotCount { get; init; }

    /// <summary>From the start to the end.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Whether it was given up instead of played to the end. Such a game counts towards neither the lengths of games nor the win rates.</summary>
    public bool Abandoned { get; init; }

    /// <summary>Makes one with a single winner.</summary>
    public GameEnd()
    {
    }

    /// <summary>Records it. May be called from any thread; allocates nothing.</summary>
    public void Record()
    {
        MatchMetrics.Active(-1);
        if (Abandoned)
        {
            MatchMetrics.Abandoned();
            return;
        }

        MatchMetrics.Completed(Duration);
        Count(PlayerType.Human, PlayerCount - BotCount);
        Count(PlayerType.Bot, BotCount);
    }

    private void Count(PlayerType type, int players) => WinRates.Count(type, players, Winner == type ? WinnerCount : 0);
}
