namespace Instrumentation.Hosting;

/// <summary>The bounds of the process's event stream, and what is joined to it from the start.</summary>
public sealed class GameEventOptions
{
    /// <summary>Keeps the last events from the start. Default <see langword="false"/>: until <c>GameEvents.StartHistory</c> is called.</summary>
    public bool History { get; set; }

    /// <summary>Hands game events to the hooks of the monitor. Default <see langword="false"/>.</summary>
    public bool Hooks { get; set; }

    /// <summary>Writes each game event to the log. Default <see langword="false"/>.</summary>
    public bool Logging { get; set; }

    /// <summary>How many events the history keeps, from 1 to 1,000,000. Default 10,000.</summary>
    public int HistorySize { get; set; } = 10_000;

    /// <summary>How many subscriptions there may be at a time, from 1 to 10,000. Default 100.</summary>
    public int MaxSubscribers { get; set; } = 100;

    /// <summary>How many events may wait for one subscriber, from 1 to 65,536. Default 1,024.</summary>
    public int QueueCapacity { get; set; } = 1_024;
}
