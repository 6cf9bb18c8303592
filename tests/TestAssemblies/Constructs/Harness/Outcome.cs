namespace Constructs.Harness;

/// <summary>What came of one scenario.</summary>
public sealed class Outcome
{
    public required string Scenario { get; init; }

    /// <summary>False in the line that is written before the scenario begins.</summary>
    public bool Ended { get; init; }

    /// <summary>An exception that left the scenario itself; null when it ran to its end.</summary>
    public string? Error { get; init; }

    public IReadOnlyList<string> Observations { get; init; } = [];

    /// <summary>By operation, what the scenario added to it. Empty where the assembly is not monitored.</summary>
    public IReadOnlyDictionary<string, Tally> Changes { get; init; } = new Dictionary<string, Tally>();
}
