namespace Instrumentation.Games.Errors;

/// <summary>How bad it is.</summary>
public enum ErrorSeverity
{
    /// <summary>Expected now and then.</summary>
    Low,

    /// <summary>One player is affected.</summary>
    Medium,

    /// <summary>Many players are affected.</summary>
    High,

    /// <summary>The game is down.</summary>
    Critical,
}
