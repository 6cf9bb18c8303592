using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Chooses the names of what is generated beside a method: unlike any other member's, and the same in every build.</summary>
internal static class GeneratedNames
{
    /// <summary>The method's name without the interface of an explicit implementation: <c>Act</c>, <c>get_Health</c>, <c>op_Addition</c>.</summary>
    public static string BaseName(IMethodSymbol method) => method.Name.Substring(method.Name.LastIndexOf('.') + 1);

    /// <summary>What makes the generated names of overloads differ: empty for the first, then 2, 3 …</summary>
    public static string Suffix(IMethodSymbol method, INamedTypeSymbol type)
    {
        var baseName = BaseName(method);
        var position = Coverage.Methods(type)
            .Where(other => BaseName(other) == baseName && Coverage.IsMonitored(other))
            .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, method))
            .Count();
        var suffix = position == 0 ? "" : (position + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        while (IsTaken(type, baseName, suffix))
        {
            suffix += "_";
        }

        return suffix;
    }

    public static string Wrapper(string baseName, string suffix) => $"{baseName}__Monitored{suffix}";

    public static string Body(string baseName, string suffix) => $"{baseName}__Body{suffix}";

    public static string Series(string baseName, string suffix) => $"{baseName}__Series{suffix}";

    private static bool IsTaken(INamedTypeSymbol type, string baseName, string suffix) =>
        new[] { Wrapper(baseName, suffix), Body(baseName, suffix), Series(baseName, suffix) }
            .Any(name => type.GetMembers(name).Any(member => !IsGenerated(member)) || type.TypeParameters.Any(p => p.Name == name));

    /// <summary>The analyzers see the generated members too, and must come to the same names.</summary>
    private static bool IsGenerated(ISymbol member) => member.DeclaringSyntaxReferences.All(reference =>
        reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase));
}
