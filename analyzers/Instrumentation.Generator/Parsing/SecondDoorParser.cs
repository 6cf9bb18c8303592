using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses partial methods whose implementing part is the wrapper and whose body the user writes as <c>FooCore</c>.</summary>
internal static class SecondDoorParser
{
    /// <summary>Whether nobody but this generator implements the partial method.</summary>
    public static bool HasNoBody(IMethodSymbol method) =>
        method is { IsPartialDefinition: true, MethodKind: MethodKind.Ordinary }
        && (method.PartialImplementationPart is null || IsOurs(method.PartialImplementationPart));

    /// <summary>Whether the wrapper is to be the method's implementing part.</summary>
    public static bool Applies(IMethodSymbol method) =>
        HasNoBody(method)
        && (FindCores(method).Any()
            || (Coverage.HasOwnAttribute(method) && !Attributes.BodyFromElsewhere.Any(name => method.Has(name))));

    /// <summary>The method that holds the body; null, with a finding, when there is none that fits.</summary>
    public static IMethodSymbol? FindCore(IMethodSymbol method, TypeNames names, SourceLocation? location, FindingList findings)
    {
        var candidates = FindCores(method).ToArray();
        var wanted = Shape(method, names);
        var core = candidates.FirstOrDefault(candidate => candidate.Arity == method.Arity && Shape(Align(candidate, method), names) == wanted);
        if (core is null)
        {
            findings.Refuse(
                FindingIds.CoreMissing,
                location,
                method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                method.Name + Coverage.CoreSuffix,
                candidates.Length == 0 ? "missing" : "mismatched");
        }

        return core;
    }

    public static SecondDoorModel Parse(IMethodSymbol method, IMethodSymbol? core, TypeNames names)
    {
        return new(
            TypeNames.Escape(method.Name),
            Modifiers(method),
            SignatureParser.RefPrefix(method) + names.WithDynamic(method.ReturnType),
            core is null ? null : TypeNames.Escape(core.Name),
            method.IsOverride);
    }

    /// <summary>The declaring part's modifiers, which the implementing part repeats.</summary>
    public static string Modifiers(IMethodSymbol method)
    {
        var modifiers = method.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax()).OfType<MethodDeclarationSyntax>()
            .Select(declaration => declaration.Modifiers).FirstOrDefault();
        return string.Join(" ", modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)).Select(modifier => modifier.ValueText));
    }

    private static IEnumerable<IMethodSymbol> FindCores(IMethodSymbol method) =>
        method.ContainingType.GetMembers(method.Name + Coverage.CoreSuffix).OfType<IMethodSymbol>();

    /// <summary>
    /// The signature as text. Text rather than symbols, so that nullability counts where it is annotated and does not where code is
    /// oblivious.
    /// </summary>
    private static string Shape(IMethodSymbol method, TypeNames names) =>
        $"{method.IsStatic} {method.RefKind} {names.Of(method.ReturnType)}("
        + string.Join(", ", method.Parameters.Select(parameter => $"{parameter.RefKind} {names.Of(parameter.Type)}")) + ")";

    /// <summary>Gives a generic candidate the type parameters of the method it is compared with.</summary>
    private static IMethodSymbol Align(IMethodSymbol candidate, IMethodSymbol method) =>
        candidate.Arity == 0 ? candidate : candidate.Construct([.. method.TypeParameters]);

    private static bool IsOurs(IMethodSymbol part) =>
        part.GetAttributes().Any(attribute =>
            attribute.AttributeClass.IsNamed(Attributes.GeneratedCode) && attribute.FirstString() == InstrumentationGenerator.Name);
}
