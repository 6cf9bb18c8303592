namespace Instrumentation.Games.Matches;

/// <summary>Who plays.</summary>
public enum PlayerType
{
    /// <summary>A person.</summary>
    Human,

    /// <summary>A program.</summary>
    Bot,
}
