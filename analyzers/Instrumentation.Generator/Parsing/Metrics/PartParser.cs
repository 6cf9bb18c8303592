using Instrumentation.Generator.Model.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>Parses the declaring part of a partial method, as far as the implementing part repeats it.</summary>
internal static class PartParser
{
    public static PartModel Parse(IMethodSymbol method, TypeNames names, NullableContext context) => new(
        TypeNames.Escape(method.Name),
        OperationParser.Display(method),
        SecondDoorParser.Modifiers(method),
        SignatureParser.RefPrefix(method) + names.WithDynamic(method.ReturnType),
        SignatureParser.Parameters(method, names, isSecondDoor: true),
        ConstraintParser.Parse(method, names),
        method.IsOverride,
        SignatureParser.ExperimentalIds(method),
        OperationParser.NullableDirective(context));

    /// <summary>Whether a generated file can add to the type: it is visible there, and partial as are all types around it.</summary>
    public static bool CanAddTo(INamedTypeSymbol type) =>
        ConstructRules.WhyNotType(type) is null && ConstructRules.FindNotPartial(type) is null;

    /// <summary>A name that no member of the type has, but for a generated one of an earlier run, which the analyzers see.</summary>
    public static string FreeName(INamedTypeSymbol type, string name)
    {
        while (GeneratedNames.IsTaken(type, name))
        {
            name += "_";
        }

        return name;
    }
}
