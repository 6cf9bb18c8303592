using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>
/// Writes the constraints of type parameters. Overrides and explicit implementations inherit theirs without naming them; their twins,
/// which inherit nothing, must.
/// </summary>
internal static class ConstraintParser
{
    public static EquatableArray<TypeParameterModel> Parse(IMethodSymbol method, TypeNames names) =>
        new(method.TypeParameters.Select(parameter =>
        {
            var name = TypeNames.Escape(parameter.Name);
            return new TypeParameterModel(name, TrimmingAttributes.Of(parameter) + name, Clause(parameter, names));
        }));

    /// <summary>
    /// An inherited constraint that no clause can express, such as <c>T : int</c> where the base has <c>T : U</c> and U is int; null when
    /// there is none.
    /// </summary>
    public static ITypeSymbol? FindInexpressible(IMethodSymbol method) =>
        method.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes).FirstOrDefault(IsInexpressible);

    private static string Clause(ITypeParameterSymbol parameter, TypeNames names)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            var isNullable = names.IsNullable && parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated;
            constraints.Add(isNullable ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        // A base class comes before interfaces, as the symbol has them.
        constraints.AddRange(parameter.ConstraintTypes.Where(type => !IsVacuous(type)).Select(names.Of));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        if (parameter.AllowsRefLikeType)
        {
            constraints.Add("allows ref struct");
        }

        return constraints.Count == 0 ? "" : $"where {TypeNames.Escape(parameter.Name)} : {string.Join(", ", constraints)}";
    }

    private static bool IsVacuous(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Dynamic;

    private static bool IsInexpressible(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => false,
        _ when IsVacuous(type) => false,
        { TypeKind: TypeKind.Interface } => false,
        { TypeKind: TypeKind.Class, SpecialType: SpecialType.System_ValueType or SpecialType.System_Array } => true,
        { TypeKind: TypeKind.Class, IsSealed: false } => false,
        { TypeKind: TypeKind.Error } => false,
        _ => true,
    };
}
