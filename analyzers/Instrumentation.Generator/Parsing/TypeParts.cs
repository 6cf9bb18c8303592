using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses the types around a monitored method, as partial declarations to open again.</summary>
internal static class TypeParts
{
    private static readonly SymbolDisplayFormat s_display = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    public static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <param name="type">The type.</param>
    /// <param name="isUnsafe">Whether the part needs an unsafe context that its members cannot give themselves.</param>
    public static TypeModel Parse(INamedTypeSymbol type, bool isUnsafe)
    {
        var chain = Chain(type);
        return new(
            type.ContainingNamespace.IsGlobalNamespace ? "" : string.Join(".", Names(type.ContainingNamespace).Select(TypeNames.Escape)),
            new EquatableArray<string>(chain.Select((part, index) => Declaration(part, isUnsafe && index == chain.Count - 1))),
            type.ToDisplayString(s_display),
            string.Join(".", Names(type.ContainingNamespace).Concat([string.Join("+", chain.Select(part => part.MetadataName))])),
            string.Join("_", chain.Select(part => part.Arity == 0 ? part.Name : $"{part.Name}_{part.Arity}")));
    }

    /// <summary>The type's part of default operation names: <c>Outer.Inner</c>, without arity.</summary>
    public static string OperationName(INamedTypeSymbol type) => string.Join(".", Chain(type).Select(part => part.Name));

    private static List<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        var chain = new List<INamedTypeSymbol>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            chain.Insert(0, current);
        }

        return chain;
    }

    private static IEnumerable<string> Names(INamespaceSymbol space) =>
        space.IsGlobalNamespace ? [] : Names(space.ContainingNamespace).Concat([space.Name]);

    private static string Declaration(INamedTypeSymbol type, bool isUnsafe)
    {
        var keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        var parameters = type.TypeParameters.Select(parameter => parameter.Variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => "",
        } + TypeNames.Escape(parameter.Name));
        return $"{(isUnsafe ? "unsafe " : "")}partial {keyword} {TypeNames.Escape(type.Name)}"
            + (type.Arity == 0 ? "" : $"<{string.Join(", ", parameters)}>");
    }
}
