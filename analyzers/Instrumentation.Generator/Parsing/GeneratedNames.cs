using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Chooses the names of what is generated beside a method: unlike any other member's, and the same in every build.</summary>
internal static class GeneratedNames
{
    /// <summary>
    /// The monitored methods of a type by base name, found once for all of them. It lives as long as the type's symbol, which is as long as
    /// what it says is true.
    /// </summary>
    private static readonly ConditionalWeakTable<INamedTypeSymbol, ILookup<string, IMethodSymbol>> s_monitored = new();

    /// <summary>
    /// The method's name without the interface of an explicit implementation: <c>Act</c>, <c>get_Health</c>, <c>op_Addition</c>.
    /// </summary>
    public static string BaseName(IMethodSymbol method) =>
        method.Name.LastIndexOf('.') is >= 0 and var dot ? method.Name.Substring(dot + 1) : method.Name;

    /// <summary>What makes the generated names of overloads differ: empty for the first, then 2, 3 …</summary>
    public static string Suffix(IMethodSymbol method, INamedTypeSymbol type)
    {
        var baseName = BaseName(method);
        var position = s_monitored.GetValue(type, MonitoredMethods)[baseName]
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

    private static ILookup<string, IMethodSymbol> MonitoredMethods(INamedTypeSymbol type) =>
        Coverage.Methods(type).Where(Coverage.IsMonitored).ToLookup(BaseName, StringComparer.Ordinal);

    private static bool IsTaken(INamedTypeSymbol type, string baseName, string suffix) =>
        new[] { Wrapper(baseName, suffix), Body(baseName, suffix), Series(baseName, suffix) }
            .Any(name => IsTaken(type, name));

    /// <summary>Whether a member or type parameter has the name.</summary>
    public static bool IsTaken(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).Any(member => !IsGenerated(member)) || type.TypeParameters.Any(p => p.Name == name);

    /// <summary>The analyzers see the generated members too, and must come to the same names.</summary>
    public static bool IsGenerated(ISymbol member) => member.DeclaringSyntaxReferences.All(reference =>
        reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase));
}
