using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Api.Tests;

/// <summary>Prints what an assembly offers to others: one line a member, ordered by type and name, so that a change reads as a diff.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat s_member = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeModifiers,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeMemberKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    internal static string Print(string assemblyPath)
    {
        var reference = MetadataReference.CreateFromFile(assemblyPath);
        var compilation = CSharpCompilation.Create(
            "Reader",
            references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path) != Path.GetFileName(assemblyPath))
                .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
                .Append(reference));
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;

        var text = new StringBuilder();
        foreach (var type in Types(assembly.GlobalNamespace).OrderBy(static t => t.ToDisplayString(), StringComparer.Ordinal))
        {
            text.Append(type.ToDisplayString(s_member)).Append(Bases(type)).Append('\n');
            foreach (var line in type.GetMembers().Where(IsOffered).Select(static m => m.ToDisplayString(s_member)).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member => member switch
        {
            INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal } type =>
                Types(type).Prepend(type),
            INamespaceSymbol inner => Types(inner),
            _ => [],
        });

    private static string Bases(INamedTypeSymbol type)
    {
        var bases = type.Interfaces
            .Concat(type is { TypeKind: TypeKind.Class, BaseType.SpecialType: not SpecialType.System_Object } ? [type.BaseType!] : [])
            .Where(static b => b.DeclaredAccessibility == Accessibility.Public)
            .Select(static b => b.ToDisplayString(s_member).Split(' ', 2) is [_, var name] ? name : b.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        return bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
    }

    private static bool IsOffered(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && member is not INamedTypeSymbol and not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet
            or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.EventRaise }
        && !member.IsImplicitlyDeclared;
}
