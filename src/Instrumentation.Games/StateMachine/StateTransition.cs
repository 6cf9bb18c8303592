namespace Instrumentation.Games.StateMachine;

/// <summary>A game that goes from one state to another.</summary>
/// <remarks>A game's first transition has no <see cref="From"/>, its last one no <see cref="To"/>: the games in each state are counted up and down by them.</remarks>
[GameEvent("state_transitions", Help = "Transitions of games from one state to another.")]
public readonly partial record struct StateTransition
{
    /// <summary>Names the game. Never a label.</summary>
    [EventId]
    public string? GameId { get; init; }

    /// <summary>The state that it leaves; null when it comes into being.</summary>
    [MetricLabel(Limit = Limits.States)]
    public string? From { get; init; }

    /// <summary>The state that it enters; null when it is over.</summary>
    [MetricLabel(Limit = Limits.States)]
    public string? To { get; init; }

    /// <summary>How long the transition took, if known.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "state_transition_seconds",
        Help = "Times of transitions, by the state that was entered.",
        Labels = ["to"],
        Buckets = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5])]
    public TimeSpan? Duration { get; init; }

    /// <summary>Records it, and hands it to whoever listens to the event stream. May be called from any thread; allocates nothing while nobody does.</summary>
    public partial void Record();

    private void OnRecorded()
    {
        if (From is not null)
        {
            StateMetrics.ActiveGames(From, -1);
        }

        if (To is not null)
        {
            StateMetrics.ActiveGames(To, 1);
        }
    }
}
