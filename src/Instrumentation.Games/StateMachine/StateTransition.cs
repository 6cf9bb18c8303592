namespace Instrumentation.Games.StateMachine;

/// <summary>A game that goes from one state to another.</summary>
/// <remarks>A game's first transition has no <see cref="From"/>, its last one no <see cref="To"/>: the games in each state are counted up and down by them.</remarks>
public readonly record struct StateTransition
{
    /// <summary>Names the game. Never a label.</summary>
    public string? GameId { get; init; }

    /// <summary>The state that it leaves; null when it comes into being.</summary>
    public string? From { get; init; }

    /// <summary>The state that it enters; null when it is over.</summary>
    public string? To { get; init; }

    /// <summary>How long the transition took, if known.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Records it. May be called from any thread; allocates nothing.</summary>
    public void Record()
    {
        StateMetrics.Transition(From, To);
        if (From is not null)
        {
            StateMetrics.ActiveGames(From, -1);
        }

        if (To is not null)
        {
            StateMetrics.ActiveGames(To, 1);
        }

        if (Duration is { } duration)
        {
            StateMetrics.TransitionTime(To, duration);
        }
    }
}
