using Instrumentation.Metrics;

namespace Instrumentation.Events;

/// <summary>The bounds of an event stream.</summary>
public sealed class GameEventStreamOptions
{
    /// <summary>How many events the history keeps once it has been started, from 1 to 1,000,000. Default 10,000.</summary>
    public int HistorySize { get; set; } = 10_000;

    /// <summary>How many subscriptions there may be at a time, from 1 to 10,000. Default 100.</summary>
    public int MaxSubscribers { get; set; } = 100;

    /// <summary>How many events may wait for one subscriber, from 1 to 65,536; when so many wait, it misses the next ones. Default 1,024.</summary>
    public int QueueCapacity { get; set; } = 1_024;

    /// <summary>The clock. Default that of the system.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the stream counts what subscribers missed and what they threw.</summary>
    public InstrumentRegistry Registry { get; set; } = InstrumentRegistry.Default;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(HistorySize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(HistorySize, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSubscribers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxSubscribers, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(QueueCapacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(QueueCapacity, 65_536);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(Registry);
    }
}
