namespace Instrumentation.Games.Combat;

/// <summary>The server's answer to something that a player did in combat.</summary>
[GameEvent]
public readonly partial record struct CombatEvent
{
    /// <summary>Names the event. Never a label.</summary>
    [EventId]
    public string? EventId { get; init; }

    /// <summary>Names the player. Never a label.</summary>
    [EventId]
    public string? PlayerId { get; init; }

    /// <summary>What was done: <c>kill</c>, <c>hit</c>, <c>reload</c>, <c>error</c>.</summary>
    [MetricLabel("action_type", Limit = Limits.ActionTypes)]
    public required string EventType { get; init; }

    /// <summary>Where it was done.</summary>
    [MetricLabel(Limit = Limits.Regions)]
    public string? Region { get; init; }

    /// <summary>From the arrival of the command to the answer.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "combat_response_time_seconds",
        Help = "Times from a combat command to the answer.",
        Buckets = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5])]
    public required TimeSpan ResponseTime { get; init; }
}
