using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Harness;

/// <summary>A generated wrapper and what it says about itself.</summary>
internal sealed record Wrapper(IMethodSymbol Method, string Target, string Body)
{
    /// <summary>
    /// Finds method and twin as the weaver does: by name, arity, parameters and result, each in one piece only. Fails when the signatures do
    /// not agree in what the runtime sees.
    /// </summary>
    public IMethodSymbol FindTarget()
    {
        var members = Method.ContainingType.GetMembers().OfType<IMethodSymbol>().ToArray();
        Assert.Single(members, member => member.MetadataName == Body && Matches(member));
        return Assert.Single(members, member => member.MetadataName == Target && Matches(member));
    }

    private bool Matches(IMethodSymbol other) =>
        other.Arity == Method.Arity
        && other.IsStatic == Method.IsStatic
        && Shape(other) == Shape(Method)
        && other.IsReadOnly == Method.IsReadOnly;

    /// <summary>Type parameters by position, since each method has its own; <c>dynamic</c> and nullability are no part of a runtime type.</summary>
    private static string Shape(IMethodSymbol method)
    {
        var format = SymbolDisplayFormat.FullyQualifiedFormat;
        string Type(ITypeSymbol type) => string.Concat(type.ToDisplayParts(format).Select(part =>
            part.Symbol is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter ? "!!" + parameter.Ordinal
            : part.ToString() == "dynamic" ? "object" : part.ToString()));
        return $"{method.RefKind} {Type(method.ReturnType)} ({string.Join(", ", method.Parameters.Select(p => $"{p.RefKind} {Type(p.Type)}"))}) "
            + string.Join(", ", method.TypeParameters.Select(p =>
                $"{p.HasReferenceTypeConstraint}{p.HasValueTypeConstraint}{p.HasUnmanagedTypeConstraint}{p.HasConstructorConstraint}{p.AllowsRefLikeType}"
                + string.Join(" ", p.ConstraintTypes.Where(t => t.SpecialType != SpecialType.System_Object).Select(Type))));
    }
}
