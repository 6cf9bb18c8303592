using Instrumentation.Analyzers.Cardinality;

namespace Instrumentation.Analyzers.RawApis;

/// <summary>Weighs what the value of a tag says against what its name says. The value goes first: a constant is harmless under any name.</summary>
internal static class TagBounds
{
    /// <summary>What the values of the tag are, when there is no end of them; null otherwise.</summary>
    internal static string? WhyUnbounded(Tag tag)
    {
        var value = ValueBounds.Judge(tag.Value);
        var name = tag.Name is null ? NameVerdict.None : UnboundedNames.Judge(tag.Name);
        switch (value.Kind)
        {
            case ValueKind.Bounded:
                return null;
            case ValueKind.Unbounded:
                return value.Name.What;
            case ValueKind.Number:
                return Stronger(value.Name, name) is { Certainty: >= Certainty.Likely } told ? told.What
                    : value.Name.Certainty == Certainty.Harmless || name.Certainty == Certainty.Harmless || IsFewNumbers(tag) ? null
                    : "a number";
            case ValueKind.Call:
                return name.Certainty == Certainty.Certain ? name.What : null;
            case ValueKind.Unknown:
            default:
                return value.Name.Certainty switch
                {
                    Certainty.Certain => value.Name.What,
                    Certainty.Likely => name.Certainty == Certainty.Harmless ? null : value.Name.What,
                    Certainty.None => name.Certainty >= Certainty.Likely ? name.What : null,
                    _ => null,
                };
        }
    }

    private static NameVerdict Stronger(NameVerdict one, NameVerdict other) => other.Certainty > one.Certainty ? other : one;

    private static bool IsFewNumbers(Tag tag) =>
        IsFewNumbers(tag.Name) || ValueBounds.Unwrap(tag.Value).Syntax.DescendantNodesAndSelf().Any(static node =>
            node is Microsoft.CodeAnalysis.CSharp.Syntax.IdentifierNameSyntax identifier && IsFewNumbers(identifier.Identifier.ValueText));

    private static bool IsFewNumbers(string? name) =>
        name is not null && NameWords.Split(name) is { Count: > 0 } words && Vocabulary.FewNumbers.Contains(words[words.Count - 1]);
}
