namespace Instrumentation.Games.Rules;

/// <summary>Which of the ready-made alert rules apply.</summary>
public sealed class GameRuleOptions
{
    /// <summary>The eight rules about combat, network, sessions, cache, requests, queries and memory. Default true.</summary>
    public bool Gameplay { get; set; } = true;

    /// <summary>The six rules about connections, messages, errors and memory. Default true.</summary>
    public bool Connections { get; set; } = true;

    /// <summary>The rules about the database. Default <see cref="DatabasePreset.None"/>.</summary>
    public DatabasePreset Database { get; set; }
}
