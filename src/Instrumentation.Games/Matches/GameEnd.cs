using System.Diagnostics.CodeAnalysis;

namespace Instrumentation.Games.Matches;

/// <summary>A game that has ended.</summary>
[GameEvent]
public readonly partial record struct GameEnd
{
    /// <summary>Names the game. Never a label.</summary>
    [EventId]
    public string? GameId { get; init; }

    /// <summary>Names the winner. Never a label.</summary>
    [EventId]
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

    [SuppressMessage("Instrumentation", "INST027", Justification = "Under a prefix of the program's own, as most have one, the name would say too little without it.")]
    [GameMetric(
        MetricKind.Histogram,
        "game_duration_seconds",
        Help = "Lengths of games that were played to the end.",
        Buckets = [15, 30, 60, 120, 180, 300, 600, 900, 1200, 1800, 2700, 3600, 7200])]
    private TimeSpan? Played => Abandoned ? null : Duration;

    [GameMetric(MetricKind.Counter, "games_completed_total", Help = "Games that were played to the end.")]
    private int Completions => Abandoned ? 0 : 1;

    [GameMetric(MetricKind.Counter, "games_abandoned_total", Help = "Games that were given up.")]
    private int Abandonments => Abandoned ? 1 : 0;

    /// <summary>Records it, and hands it to whoever listens to the event stream. May be called from any thread; allocates nothing while nobody does.</summary>
    public partial void Record();

    private void OnRecorded()
    {
        MatchMetrics.Active(-1);
        if (!Abandoned)
        {
            MatchMetrics.Completed();
            Count(PlayerType.Human, PlayerCount - BotCount);
            Count(PlayerType.Bot, BotCount);
        }
    }

    private void Count(PlayerType type, int players) => WinRates.Count(type, players, Winner == type ? WinnerCount : 0);
}
