namespace Instrumentation.Games.Connections;

/// <summary>What happened to a client's connection.</summary>
public enum ConnectionEventType
{
    /// <summary>It was established, and is healthy.</summary>
    Opened,

    /// <summary>It could not be established.</summary>
    Failed,

    /// <summary>It no longer answers in time.</summary>
    Degraded,

    /// <summary>It answers in time again.</summary>
    Recovered,

    /// <summary>It ended while it was healthy.</summary>
    Closed,

    /// <summary>It ended while it was degraded.</summary>
    Lost,
}
