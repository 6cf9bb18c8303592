namespace Instrumentation.Games.Players;

/// <summary>How long after their first day players are looked for again.</summary>
public enum RetentionDay
{
    /// <summary>The next day.</summary>
    [LabelValue("1")]
    Day1,

    /// <summary>A week later.</summary>
    [LabelValue("7")]
    Day7,

    /// <summary>A month later.</summary>
    [LabelValue("30")]
    Day30,
}
