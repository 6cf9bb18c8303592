using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Which methods an annotation speaks of.</summary>
internal static class Coverage
{
    public const string CoreSuffix = "Core";

    /// <summary>Whether the method is to be measured, by an attribute of its own or by its type's.</summary>
    public static bool IsMonitored(IMethodSymbol method) => HasOwnAttribute(method) || IsCoveredByType(method);

    public static bool HasOwnAttribute(IMethodSymbol method) =>
        method.Has(Attributes.MonitoredOperation) && !method.Has(Attributes.NotMonitored);

    /// <summary>
    /// Whether the attribute on the method's type covers it: the public ordinary methods that the type declares with a body, and no other.
    /// </summary>
    public static bool IsCoveredByType(IMethodSymbol method) =>
        IsCoverable(method) && Declaring(method).Has(Attributes.MonitoredOperation);

    /// <summary>The methods that an attribute on a type covers, in the order of declaration.</summary>
    public static IEnumerable<IMethodSymbol> CoveredMethods(INamedTypeSymbol type) =>
        Methods(type).Where(IsCoverable);

    /// <summary>The methods that a type declares, with those of its extension blocks.</summary>
    public static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(method => !method.IsImplicitlyDeclared)
            .Concat(type.GetTypeMembers().Where(IsExtensionBlock).SelectMany(block => block.GetMembers().OfType<IMethodSymbol>()));

    public static bool IsExtensionBlock(INamedTypeSymbol type) => type.TypeKind == TypeKind.Extension;

    /// <summary>The type whose declaration the method stands in: for a member of an extension block, the class around the block.</summary>
    public static INamedTypeSymbol Declaring(IMethodSymbol method) =>
        IsExtensionBlock(method.ContainingType) && method.ContainingType.ContainingType is { } around ? around : method.ContainingType;

    private static bool IsCoverable(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsAbstract: false, IsImplicitlyDeclared: false }
        && !method.Has(Attributes.NotMonitored)
        && !method.Has(Attributes.MonitoredOperation)
        && !IsRecording(method)
        && !IsCore(method);

    /// <summary>
    /// Whether the method's body is generated and records a metric or an event: to measure that would cost more than the recording itself. The analyzers see
    /// such methods, the generator does not.
    /// </summary>
    private static bool IsRecording(IMethodSymbol method) =>
        method.Has(Attributes.GameMetric) || (method is { Name: "Record", Parameters.Length: 0 } && method.ContainingType.Has(Attributes.GameEvent));

    /// <summary>Whether the method is the body of a monitored partial method, which is measured where it is called from.</summary>
    private static bool IsCore(IMethodSymbol method) =>
        method.Name.EndsWith(CoreSuffix, StringComparison.Ordinal)
        && method.ContainingType.GetMembers(method.Name.Substring(0, method.Name.Length - CoreSuffix.Length))
            .OfType<IMethodSymbol>().Any(SecondDoorParser.HasNoBody);
}
