using Mono.Cecil;

namespace Instrumentation.Weaver;

/// <summary>
/// Whether two methods of one type have the same signature. Custom modifiers do not count: an <c>in</c> parameter of an overridable method, or
/// an <c>init</c> accessor's result, carries one that its private twin lacks.
/// </summary>
internal static class SignatureComparer
{
    public static bool SameSignature(MethodDefinition left, MethodDefinition right)
    {
        if (left.HasThis != right.HasThis
            || left.GenericParameters.Count != right.GenericParameters.Count
            || left.Parameters.Count != right.Parameters.Count
            || !SameType(left.ReturnType, right.ReturnType))
        {
            return false;
        }

        for (var i = 0; i < left.Parameters.Count; i++)
        {
            if (!SameType(left.Parameters[i].ParameterType, right.Parameters[i].ParameterType))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameType(TypeReference left, TypeReference right)
    {
        left = WithoutModifiers(left);
        right = WithoutModifiers(right);
        return (left, right) switch
        {
            // Each method has type parameters of its own, so that they can only be told apart by position.
            (GenericParameter a, GenericParameter b) => a.Type == b.Type && a.Position == b.Position,
            (GenericInstanceType a, GenericInstanceType b) => SameType(a.ElementType, b.ElementType) && SameTypes(a.GenericArguments, b.GenericArguments),
            (ArrayType a, ArrayType b) => a.Rank == b.Rank && SameType(a.ElementType, b.ElementType),
            (FunctionPointerType a, FunctionPointerType b) => SameFunctionPointer(a, b),
            (TypeSpecification a, TypeSpecification b) => a.MetadataType == b.MetadataType && SameType(a.ElementType, b.ElementType),
            (TypeSpecification, _) or (_, TypeSpecification) or (GenericParameter, _) or (_, GenericParameter) => false,
            _ => left.FullName == right.FullName && ScopeName(left) == ScopeName(right),
        };
    }

    private static bool SameFunctionPointer(FunctionPointerType left, FunctionPointerType right) =>
        left.CallingConvention == right.CallingConvention
        && SameType(left.ReturnType, right.ReturnType)
        && SameTypes(left.Parameters.Select(p => p.ParameterType), right.Parameters.Select(p => p.ParameterType));

    private static bool SameTypes(IEnumerable<TypeReference> left, IEnumerable<TypeReference> right) =>
        left.Count() == right.Count() && left.Zip(right, SameType).All(same => same);

    private static TypeReference WithoutModifiers(TypeReference type)
    {
        while (type is IModifierType modified)
        {
            type = modified.ElementType;
        }

        return type;
    }

    private static string ScopeName(TypeReference type) => type.Scope.Name;
}
