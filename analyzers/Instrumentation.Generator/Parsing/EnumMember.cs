using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>A value of an enum that is a label.</summary>
/// <param name="Value">The number; decimal holds every underlying type.</param>
/// <param name="Label">What it reads: <c>[LabelValue]</c>, else the member's name in snake_case.</param>
/// <param name="Pattern">The constant as it is written in code.</param>
internal sealed record EnumMember(decimal Value, string Label, string Pattern)
{
    /// <summary>The declared values in ascending order; of several members with one value the first declared speaks for it.</summary>
    public static IReadOnlyList<EnumMember> AllOf(INamedTypeSymbol type, TypeNames names) =>
    [
        .. type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue)
            .Select(field => Of(field, names.Of(type)))
            .GroupBy(member => member.Value)
            .Select(aliases => aliases.First())
            .OrderBy(member => member.Value),
    ];

    private static EnumMember Of(IFieldSymbol field, string type)
    {
        var value = Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture);

        // An obsolete member is named by its number: by its name it would be a warning, or an error, in the generated file.
        var pattern = field.Has(Attributes.Obsolete) || field.Has(Attributes.Experimental)
            ? $"({type})({value.ToString(CultureInfo.InvariantCulture)})"
            : $"{type}.{TypeNames.Escape(field.Name)}";
        return new(value, field.Find(Attributes.LabelValue)?.FirstString() ?? SnakeCase.Of(field.Name), pattern);
    }
}
