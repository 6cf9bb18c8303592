using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>
/// Writes a method's signature for its twins, which compile in the same type but inherit nothing from a base or an interface.
/// </summary>
internal static class SignatureParser
{
    public static ReturnKind Returns(IMethodSymbol method) => method switch
    {
        { ReturnsVoid: true } => ReturnKind.Nothing,
        { ReturnsByRef: true } => ReturnKind.Reference,
        { ReturnsByRefReadonly: true } => ReturnKind.ReadOnlyReference,
        _ => ReturnKind.Value,
    };

    public static string RefPrefix(IMethodSymbol method) => Returns(method) switch
    {
        ReturnKind.Reference => "ref ",
        ReturnKind.ReadOnlyReference => "ref readonly ",
        _ => "",
    };

    /// <param name="method">The method.</param>
    /// <param name="names">How types are written.</param>
    /// <param name="isSecondDoor">Whether the wrapper declares the parameters as the user did, with <c>dynamic</c>.</param>
    public static EquatableArray<ParameterModel> Parameters(IMethodSymbol method, TypeNames names, bool isSecondDoor) =>
        new(method.Parameters.Select(parameter => Parameter(
            parameter, names, isSecondDoor, isReceiver: parameter.Ordinal == 0 && method.IsExtensionMethod)));

    /// <summary>
    /// The twins' modifiers. A twin of a readonly member is readonly too, or the wrapper would call it on a copy of the struct.
    /// </summary>
    public static string Modifiers(IMethodSymbol method)
    {
        var modifiers = method.IsStatic ? "static " : "";
        if (method is { IsStatic: false, IsReadOnly: true, ContainingType: { TypeKind: TypeKind.Struct, IsReadOnly: false } })
        {
            modifiers += "readonly ";
        }

        return HasPointers(method) ? modifiers + "unsafe " : modifiers;
    }

    public static EquatableArray<string> Attributes(IMethodSymbol method)
    {
        var attributes = new List<string>();
        if (method.Has(Parsing.Attributes.UnscopedRef) || method.AssociatedSymbol?.Has(Parsing.Attributes.UnscopedRef) == true)
        {
            attributes.Add("global::" + Parsing.Attributes.UnscopedRef);
        }

        // Only obsolete code may use what is obsolete as an error, and the signature may.
        if (method.Has(Parsing.Attributes.Obsolete) || method.AssociatedSymbol?.Has(Parsing.Attributes.Obsolete) == true)
        {
            attributes.Add("global::" + Parsing.Attributes.Obsolete);
        }

        attributes.AddRange(TrimmingAttributes.OfMethod(method));
        return new(attributes);
    }

    public static bool HasPointers(IMethodSymbol method) =>
        TypesIn(method).Any(type => type is IPointerTypeSymbol or IFunctionPointerTypeSymbol);

    public static EquatableArray<string> ExperimentalIds(IMethodSymbol method) =>
        new(TypesIn(method)
            .Select(type => type.Find(Parsing.Attributes.Experimental)?.FirstString()).OfType<string>()
            .Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal));

    /// <summary>All types that the signature names, those within others included.</summary>
    public static IEnumerable<ITypeSymbol> TypesIn(IMethodSymbol method) =>
        method.Parameters.Select(parameter => parameter.Type)
            .Concat([method.ReturnType])
            .Concat(method.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes))
            .SelectMany(TypesIn);

    private static IEnumerable<ITypeSymbol> TypesIn(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => TypesIn(array.ElementType).Concat([type]),
        IPointerTypeSymbol pointer => TypesIn(pointer.PointedAtType).Concat([type]),
        IFunctionPointerTypeSymbol function => TypesIn(function.Signature).Concat([type]),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(TypesIn)
            .Concat(named.ContainingType is { } outer ? TypesIn(outer) : [])
            .Concat([type]),
        _ => [],
    };

    private static ParameterModel Parameter(IParameterSymbol parameter, TypeNames names, bool isSecondDoor, bool isReceiver)
    {
        var name = TypeNames.Escape(parameter.Name);
        var (kind, argument) = parameter.RefKind switch
        {
            RefKind.Ref => ("ref ", "ref "),
            RefKind.Out => ("out ", "out "),
            RefKind.In => ("in ", "in "),
            RefKind.RefReadOnlyParameter => ("ref readonly ", "in "),
            _ => ("", ""),
        };
        var scope = Scope(parameter);
        var isBoundLate = isSecondDoor && parameter is { RefKind: RefKind.None, Type.TypeKind: TypeKind.Dynamic };
        return new(
            name,
            $"{TrimmingAttributes.Of(parameter)}{scope}{kind}{names.Of(parameter.Type)} {name}",
            $"{(isReceiver ? "this " : "")}{(parameter.IsParams ? "params " : scope)}{kind}{names.WithDynamic(parameter.Type)} {name}",
            isBoundLate ? $"({names.Of(parameter.Type)}){name}" : argument + name);
    }

    /// <summary>
    /// What has to be said of a parameter's scope; <c>out</c> is scoped, and a span under <c>params</c> is, without a word.
    /// </summary>
    private static string Scope(IParameterSymbol parameter) => (parameter.RefKind, parameter.ScopedKind) switch
    {
        (RefKind.Out, ScopedKind.None) => $"[global::{Parsing.Attributes.UnscopedRef}] ",
        (RefKind.Out, _) => "",
        (_, ScopedKind.None) => "",
        _ => "scoped ",
    };
}
