namespace Instrumentation.Games.Errors;

/// <summary>Something that went wrong.</summary>
[GameEvent("errors", Help = "Things that went wrong.")]
public readonly partial record struct ErrorEvent
{
    /// <summary>What kind of thing.</summary>
    [MetricLabel("type")]
    public required ErrorType ErrorType { get; init; }

    /// <summary>How bad it is.</summary>
    [MetricLabel]
    public required ErrorSeverity Severity { get; init; }

    /// <summary>In words. Never a label.</summary>
    [EventId]
    public string? Message { get; init; }

    /// <summary>Names the player. Never a label.</summary>
    [EventId]
    public string? PlayerId { get; init; }

    /// <summary>Names the session. Never a label.</summary>
    [EventId]
    public string? SessionId { get; init; }

    /// <summary>Names the connection. Never a label.</summary>
    [EventId]
    public string? ConnectionId { get; init; }
}
