using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>The references that <c>global::</c> does not reach, but an alias of theirs does.</summary>
internal static class ExternAliases
{
    /// <summary>One alias of each such reference, in ordinal order.</summary>
    public static EquatableArray<string> In(Compilation compilation) => new(compilation.References
        .Select(Of)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .OrderBy(alias => alias, StringComparer.Ordinal));

    /// <summary>The alias of an assembly; null when it needs none.</summary>
    public static string? Of(IAssemblySymbol assembly, Compilation compilation) =>
        compilation.GetMetadataReference(assembly) is { } reference ? Of(reference) : null;

    private static string? Of(MetadataReference reference) =>
        reference.Properties.Aliases is { IsDefaultOrEmpty: false } aliases && !aliases.Contains(MetadataReferenceProperties.GlobalAlias)
            ? aliases.OrderBy(alias => alias, StringComparer.Ordinal).First()
            : null;
}
