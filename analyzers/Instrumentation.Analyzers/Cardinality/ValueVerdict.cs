namespace Instrumentation.Analyzers.Cardinality;

/// <summary>What an expression says about how many values it takes.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="Name">What the names in the expression say.</param>
internal readonly record struct ValueVerdict(ValueKind Kind, NameVerdict Name)
{
    internal static readonly ValueVerdict Bounded = new(ValueKind.Bounded, NameVerdict.Harmless);

    internal static readonly ValueVerdict Unknown = new(ValueKind.Unknown, NameVerdict.None);

    internal static ValueVerdict Unbounded(string what) => new(ValueKind.Unbounded, new(Certainty.Certain, what));

    /// <summary>The verdict on a choice, or on a text made of both: the worse of the two.</summary>
    internal ValueVerdict Or(ValueVerdict other) => other.Rank > Rank ? other : this;

    private int Rank => Kind switch
    {
        ValueKind.Unbounded => 6,
        ValueKind.Unknown when Name.Certainty == Certainty.Certain => 5,
        ValueKind.Number when Name.Certainty is not Certainty.Harmless => 4,
        ValueKind.Unknown when Name.Certainty == Certainty.Likely => 3,
        ValueKind.Unknown when Name.Certainty == Certainty.None => 2,
        ValueKind.Unknown or ValueKind.Call or ValueKind.Number => 1,
        _ => 0,
    };
}
