using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>
/// Members of extension blocks. Their bodies are compiled into static methods of the class around the block, which take the receiver first:
/// those are what is measured.
/// </summary>
internal static class ExtensionMembers
{
    /// <summary>The static method that a member of an extension block is compiled into; any other method itself.</summary>
    public static IMethodSymbol Implementation(IMethodSymbol method)
    {
        if (!Coverage.IsExtensionBlock(method.ContainingType) || method.ContainingType.ContainingType is not { } around)
        {
            return method;
        }

        // The association is public only in newer compilers than this is built against; both symbols stand at the same place in the source.
        return around.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(candidate =>
            candidate.IsStatic && candidate.IsImplicitlyDeclared && candidate.Locations.SequenceEqual(method.Locations)) ?? method;
    }

    /// <summary>
    /// For the static method that an accessor of an extension property is compiled into, <c>Property.get</c> or <c>.set</c>; otherwise null. It
    /// belongs to no property that it could be asked for.
    /// </summary>
    public static string? AccessorName(IMethodSymbol method) =>
        !method.IsImplicitlyDeclared || !method.IsStatic || method.AssociatedSymbol is not null ? null
        : method.Name.StartsWith("get_", StringComparison.Ordinal) ? method.Name.Substring(4) + ".get"
        : method.Name.StartsWith("set_", StringComparison.Ordinal) ? method.Name.Substring(4) + ".set"
        : null;
}
