namespace Instrumentation.Analyzers.Cardinality;

/// <summary>What a name says about the number of its values.</summary>
/// <param name="Certainty">How sure that is.</param>
/// <param name="What">What the values are, for a message: <c>an id of a player</c>. Empty where nothing is wrong.</param>
internal readonly record struct NameVerdict(Certainty Certainty, string What)
{
    internal static readonly NameVerdict None = new(Certainty.None, "");

    internal static readonly NameVerdict Harmless = new(Certainty.Harmless, "");
}
