namespace Instrumentation.Games.Matches;

/// <summary>A phase of a game that is over.</summary>
[GameEvent]
public readonly partial record struct PhaseEnd
{
    /// <summary>Names the game. Never a label.</summary>
    [EventId]
    public string? GameId { get; init; }

    /// <summary>The phase: <c>preparation</c>, <c>declaration</c>, <c>turn</c>.</summary>
    [MetricLabel(Limit = Limits.Phases)]
    public required string Phase { get; init; }

    /// <summary>How long it took.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "phase_duration_seconds",
        Help = "Lengths of the phases of games.",
        Buckets = [0.1, 0.5, 1, 2.5, 5, 10, 15, 30, 45, 60, 120, 300, 600])]
    public required TimeSpan Duration { get; init; }
}
