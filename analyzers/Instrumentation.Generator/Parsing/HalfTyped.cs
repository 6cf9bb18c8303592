using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>
/// Knows declarations in the middle of which somebody is still typing. The compiler says what is missing; a generated part that repeated the gap would say it again, in a file that
/// nobody wrote.
/// </summary>
internal static class HalfTyped
{
    public static bool Is(IMethodSymbol method) =>
        Is(method.ContainingType) || (method.Name.Length == 0 && method.MethodKind == MethodKind.Ordinary) || IsMissing(method.ReturnType)
        || method.TypeParameters.Any(parameter => parameter.Name.Length == 0)
        || method.Parameters.Any(Is);

    public static bool Is(IParameterSymbol parameter) => parameter.Name.Length == 0 || IsMissing(parameter.Type);

    /// <summary>Whether the type lacks a name, or is what the compiler puts around members that stand outside of types.</summary>
    public static bool Is(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if ((!type.CanBeReferencedByName && !Coverage.IsExtensionBlock(type)) || type.TypeParameters.Any(parameter => parameter.Name.Length == 0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMissing(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol error => error.Name.Length == 0 || error.TypeArguments.Any(IsMissing),
        INamedTypeSymbol named => named.TypeArguments.Any(IsMissing),
        IArrayTypeSymbol array => IsMissing(array.ElementType),
        IPointerTypeSymbol pointer => IsMissing(pointer.PointedAtType),
        _ => false,
    };
}
