using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Cardinality;

/// <summary>Judges how many values a call gives: some functions hand on what they are called with, some make few of many, and the others are understood by their names.</summary>
internal static class CallBounds
{
    /// <summary>Text functions whose result varies as what they are called on.</summary>
    private static readonly HashSet<string> s_transparent = new(StringComparer.Ordinal)
    {
        "ToString", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "Trim", "TrimStart", "TrimEnd", "Replace", "Substring", "PadLeft", "PadRight", "Remove", "Insert",
        "GetValueOrDefault", "ToStringInvariant", "AsSpan", "ToHexString", "ToUnixTimeSeconds", "ToUnixTimeMilliseconds", "GetComponents", "GetLeftPart", "ToUriComponent",
    };

    /// <summary>Functions that take one out of many.</summary>
    private static readonly HashSet<string> s_choosing = new(StringComparer.Ordinal)
    {
        "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "ElementAt", "ElementAtOrDefault", "Dequeue", "Pop", "Peek",
    };

    /// <summary>Static functions whose result varies as their arguments.</summary>
    private static readonly HashSet<string> s_joining = new(StringComparer.Ordinal)
    {
        "Concat", "Join", "Format", "Intern", "Create", "EscapeDataString", "UrlEncode", "ToString", "ToBase64String", "ToHexString", "Copy", "CreateInvariant",
    };

    internal static ValueVerdict Judge(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if ((method.Name == "GetType" && method.ContainingType.SpecialType == SpecialType.System_Object)
            || (method.Name is "GetName" or "GetNames" or "GetValues" && method.ContainingType.SpecialType == SpecialType.System_Enum)
            || IsOfFew(call))
        {
            return ValueVerdict.Bounded;
        }

        if (method.Name == "GetHashCode")
        {
            return ValueVerdict.Unbounded("a hash");
        }

        if (s_transparent.Contains(method.Name) && call.Instance is { } instance)
        {
            return ValueBounds.Judge(instance, depth);
        }

        // One of many is as one of them is called.
        if (s_choosing.Contains(method.Name) && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } many)
        {
            return ValueBounds.Judge(many, depth);
        }

        if (s_joining.Contains(method.Name) && method.IsStatic && method.ContainingNamespace?.Name is "System" or "Net" or "Web")
        {
            return ValueBounds.Worst(
                call.Arguments.SelectMany(static argument => ValueBounds.Unwrap(argument.Value) is IArrayCreationOperation { Initializer: { } items } ? items.ElementValues : [argument.Value]), depth);
        }

        if (method.Name is "FindFirstValue" or "FindFirst" or "GetClaimValue")
        {
            var claim = call.Arguments.Select(static argument => argument.Value.ConstantValue.Value as string).FirstOrDefault(static text => text is not null) ?? "";
            return UnboundedNames.Judge(claim.Substring(claim.LastIndexOf('/') + 1)).Certainty == Certainty.Harmless
                ? ValueVerdict.Unknown
                : ValueVerdict.Unbounded("a claim of a user");
        }

        var words = NameWords.Split(method.Name);
        while (words.Count > 1 && Vocabulary.Trailers.Contains(words[words.Count - 1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        while (words.Count > 1 && Vocabulary.Verbs.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        if (words.Count > 0 && IsBounding(words[0]))
        {
            return ValueVerdict.Bounded;
        }

        var verdict = UnboundedNames.Judge(string.Join("_", words));
        return new(verdict.Certainty == Certainty.None ? ValueKind.Call : ValueKind.Unknown, verdict);
    }

    /// <summary>Functions of the framework that make few numbers of many: <c>Math.Min(count, 5)</c>, <c>Random.Shared.Next(3)</c>, <c>BitOperations.Log2(size)</c>.</summary>
    private static bool IsOfFew(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Sign", ContainingType.Name: "Math" or "MathF" } or { Name: "Log2" or "LeadingZeroCount" or "TrailingZeroCount" or "PopCount", ContainingType.Name: "BitOperations" } => true,
        { Name: "Min", ContainingType.Name: "Math" or "MathF" } => call.Arguments.Any(static argument => argument.Value.ConstantValue.HasValue),
        { Name: "Next", ContainingType.Name: "Random" } or { Name: "GetInt32", ContainingType.Name: "RandomNumberGenerator" } =>
            call.Arguments.Length > 0 && call.Arguments.All(static argument => argument.Value.ConstantValue.HasValue),
        _ => false,
    };

    private static bool IsBounding(string word) =>
        Vocabulary.Bounding.Contains(word) || Vocabulary.Bounding.Contains(word.TrimEnd('d')) || (word.Length > 3 && Vocabulary.Bounding.Contains(word.Substring(0, word.Length - 2)));
}
