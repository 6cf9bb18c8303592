using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Parsing;

/// <summary>Writes types and names so that they mean the same wherever the generated file stands.</summary>
/// <param name="nullable">Whether annotations of reference types are written; not in code that is oblivious of them.</param>
/// <param name="compilation">Says which types only an extern alias reaches.</param>
internal sealed class TypeNames(bool nullable, Compilation compilation)
{
    private static readonly SymbolDisplayFormat s_oblivious = SymbolDisplayFormat.FullyQualifiedFormat;

    private static readonly SymbolDisplayFormat s_annotated =
        s_oblivious.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>
    /// The type with <c>object</c> for <c>dynamic</c>: the same type to the runtime, but a call with such arguments is bound at compile
    /// time and cannot end up in another overload.
    /// </summary>
    public string Of(ITypeSymbol type) => Write(type, "object");

    /// <summary>The type with <c>dynamic</c> as it was written: the parts of a partial method must agree on it.</summary>
    public string WithDynamic(ITypeSymbol type) => Write(type, "dynamic");

    public bool IsNullable => nullable;

    /// <summary>
    /// A name as it is written in code. <c>value</c> is a keyword in accessors only, and nothing here is printed into one.
    /// </summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || (SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None && name != "value")
            ? "@" + name
            : name;

    private string Write(ITypeSymbol type, string dynamic)
    {
        var parts = type.ToDisplayParts(nullable ? s_annotated : s_oblivious);
        return string.Concat(parts.Select((part, index) => part.Kind != SymbolDisplayPartKind.Keyword ? part.ToString() : part.ToString() switch
        {
            "dynamic" => dynamic,
            "global" => Alias(parts.Skip(index).Select(next => next.Symbol).OfType<INamedTypeSymbol>().First()),
            var keyword => keyword,
        }));
    }

    private string Alias(INamedTypeSymbol type) => ExternAliases.Of(type.ContainingAssembly, compilation) ?? MetadataReferenceProperties.GlobalAlias;
}
