namespace Instrumentation.Events;

/// <summary>Which events are wanted. All conditions must hold; without any, every event is wanted.</summary>
public sealed record GameEventFilter
{
    /// <summary>The names of the events; null or empty for all. Where no name matches, recording stays as cheap as with no listener.</summary>
    public IReadOnlyCollection<string>? Names { get; init; }

    /// <summary>Labels or identifiers and the value that each must have, as in <c>["room"] = "456"</c>; null for no condition.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>A filter by names.</summary>
    /// <param name="names">The names of the events.</param>
    /// <returns>The filter.</returns>
    public static GameEventFilter ByName(params string[] names) => new() { Names = names };

    internal bool MatchesName(string name) => Names is not { Count: > 0 } || Names.Contains(name, StringComparer.Ordinal);

    internal bool Matches(RecordedEvent recorded)
    {
        if (!MatchesName(recorded.Name))
        {
            return false;
        }

        foreach (var (name, value) in Values ?? new Dictionary<string, string>())
        {
            if (recorded.Find(name) != value)
            {
                return false;
            }
        }

        return true;
    }
}
