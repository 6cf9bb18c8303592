using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>
/// Finds the instrumented assemblies that an executable refers to. The runtime loads an assembly when it is first used; until then its
/// operations would be missing from the metrics instead of being there as 0.
/// </summary>
internal static class ReferenceParser
{
    private const string Runtime = "Instrumentation";

    /// <summary>A public type of each of these assemblies, as it is written in <c>typeof</c>, in ordinal order.</summary>
    public static EquatableArray<string> Parse(Compilation compilation, CancellationToken cancellation)
    {
        if (!IsExecutable(compilation))
        {
            return EquatableArray<string>.Empty;
        }

        return new(compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => RefersToRuntime(assembly) && assembly.Has(Attributes.InstrumentedAssembly) && IsGlobal(assembly, compilation))
            .Select(assembly => FindType(assembly.GlobalNamespace, compilation, cancellation))
            .OfType<string>()
            .OrderBy(type => type, StringComparer.Ordinal));
    }

    public static bool IsExecutable(Compilation compilation) => compilation.Options.OutputKind
        is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    /// <summary>Asked first: it is known without reading the attributes of every assembly of the framework.</summary>
    private static bool RefersToRuntime(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Runtime));

    /// <summary>Whether <c>global::</c> reaches the assembly; one under an extern alias alone is not.</summary>
    private static bool IsGlobal(IAssemblySymbol assembly, Compilation compilation) => ExternAliases.Of(assembly, compilation) is null;

    private static string? FindType(INamespaceSymbol space, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return space.GetTypeMembers()
                .Where(type => IsUsable(type, compilation))
                .OrderBy(type => type.MetadataName, StringComparer.Ordinal)
                .Select(Name)
                .FirstOrDefault()
            ?? space.GetNamespaceMembers()
                .OrderBy(inner => inner.Name, StringComparer.Ordinal)
                .Select(inner => FindType(inner, compilation, cancellation))
                .FirstOrDefault(name => name is not null);
    }

    private static bool IsUsable(INamedTypeSymbol type, Compilation compilation) =>
        type is { DeclaredAccessibility: Accessibility.Public, CanBeReferencedByName: true }
        && type.GetAttributes().All(attribute => !attribute.AttributeClass.IsNamed(Attributes.Obsolete)
            && !attribute.AttributeClass.IsNamed(Attributes.Experimental)
            && !attribute.AttributeClass.IsNamed("System.Runtime.Versioning.RequiresPreviewFeaturesAttribute"))
        && compilation.GetTypesByMetadataName(
            (type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString() + ".") + type.MetadataName).Length == 1;

    private static string Name(INamedTypeSymbol type) =>
        (type.IsGenericType ? type.ConstructUnboundGenericType() : type).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
