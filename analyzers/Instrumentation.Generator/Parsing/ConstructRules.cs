using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>What cannot be monitored, and why. Whatever passes here is measured.</summary>
internal static class ConstructRules
{
    /// <summary>The construct's name and the reason; null when the method can be monitored.</summary>
    public static (string Construct, string Reason)? WhyNot(IMethodSymbol method) => WhyNotKind(method) ?? WhyNotBody(method) ?? WhyNotSignature(method);

    /// <summary>The innermost type around the method that lacks <c>partial</c>; null when none does.</summary>
    public static INamedTypeSymbol? FindNotPartial(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (!TypeParts.IsPartial(current))
            {
                return current;
            }
        }

        return null;
    }

    public static (string Construct, string Reason)? WhyNotType(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return ("file-local type", "a generated file cannot add members to a type that only its own file sees");
            }
        }

        return null;
    }

    private static (string Construct, string Reason)? WhyNotKind(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor => ("constructor", "it may write readonly fields and call another constructor, which no other method can"),
        MethodKind.StaticConstructor => ("static constructor", "the runtime runs it once, under a lock, at a time of its own choice"),
        MethodKind.Destructor => ("finalizer", "it runs on the finalizer thread, where a wrapper could delay every other finalizer"),
        MethodKind.LocalFunction => ("local function", "it has no name that a wrapper could be put in the place of"),
        MethodKind.AnonymousFunction => ("lambda", "it has no name that a wrapper could be put in the place of"),
        MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.UserDefinedOperator or MethodKind.Conversion
            or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove => null,
        _ => ("member of this kind", "it has no body of its own"),
    };

    private static (string Construct, string Reason)? WhyNotBody(IMethodSymbol method)
    {
        if (method.IsAbstract)
        {
            return ("abstract member", "it has no body; annotate the implementations");
        }

        if (method.IsExtern || method.PartialImplementationPart?.IsExtern == true || method.Has(Attributes.LibraryImport))
        {
            return ("extern method", "its body is native code; annotate a method that calls it");
        }

        if (method.Has(Attributes.UnmanagedCallersOnly))
        {
            return ("UnmanagedCallersOnly method", "native code calls it without the runtime's frame, and managed code may not call it at all");
        }

        if (method.AssociatedSymbol is IPropertySymbol { IsPartialDefinition: true, PartialImplementationPart: null })
        {
            return ("partial property without a body", "write the implementing part; only partial methods can take a FooCore");
        }

        return null;
    }

    private static (string Construct, string Reason)? WhyNotSignature(IMethodSymbol method)
    {
        if (method.IsVararg)
        {
            return ("method with __arglist", "its arguments cannot be passed on");
        }

        if (ConstraintParser.FindInexpressible(method) is { } constraint)
        {
            return (
                "method with an inexpressible constraint",
                $"it inherits a constraint to '{constraint.ToDisplayString()}', which a method of its own cannot state");
        }

        return SecondDoorParser.HasNoBody(method) && method.Parameters.Any(parameter =>
            parameter is { Type.TypeKind: TypeKind.Dynamic, RefKind: not RefKind.None })
            ? ("partial method with a dynamic parameter by reference", "the call of its body would be bound at run time")
            : null;
    }
}
