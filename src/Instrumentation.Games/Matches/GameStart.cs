namespace Instrumentation.Games.Matches;

/// <summary>A game that begins.</summary>
[GameEvent("games_started", Help = "Games that began.")]
public readonly partial record struct GameStart
{
    /// <summary>Names the game. Never a label.</summary>
    [EventId]
    public string? GameId { get; init; }

    /// <summary>Names the room. Never a label.</summary>
    [EventId]
    public string? RoomId { get; init; }

    /// <summary>How many take part, bots included.</summary>
    [GameMetric(MetricKind.Histogram, "players_per_game", Help = "Players of a game, bots included.", Buckets = [1, 2, 3, 4, 6, 8, 10, 12, 16, 24, 32, 64, 100])]
    public required int PlayerCount { get; init; }

    /// <summary>How many of them are bots.</summary>
    public int BotCount { get; init; }

    /// <summary>Records it, and hands it to whoever listens to the event stream. May be called from any thread; allocates nothing while nobody does.</summary>
    public partial void Record();

    private static void OnRecorded() => MatchMetrics.Active(1);
}
