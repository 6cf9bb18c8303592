using Instrumentation.Generator.Model.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>Finds out whether a type is one of values, and how such a value becomes a number.</summary>
internal static class ValueParser
{
    private const string System = "System.";

    /// <summary>The type that is recorded: that within a nullable one.</summary>
    public static ITypeSymbol Unwrap(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>Null when the type is not one of numbers or lengths of time. A bool is a label first, so it is a value only where there can be no label.</summary>
    public static ValueKind? KindOf(ITypeSymbol type, bool withBool)
    {
        var value = Unwrap(type);
        return value.SpecialType switch
        {
            _ when value.TypeKind == TypeKind.Enum => null,
            SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32
                or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_IntPtr => ValueKind.Whole,
            SpecialType.System_UInt64 or SpecialType.System_UIntPtr => ValueKind.Unsigned,
            SpecialType.System_Single or SpecialType.System_Double => ValueKind.Real,
            SpecialType.System_Decimal => ValueKind.Cast,
            SpecialType.System_Boolean when withBool => ValueKind.Bool,
            _ when value.IsNamed(System + "TimeSpan") => ValueKind.Time,
            _ when value.IsNamed(System + "Half") => ValueKind.Cast,
            _ when value.IsNamed(System + "Int128") => ValueKind.Wide,
            _ when value.IsNamed(System + "UInt128") => ValueKind.UnsignedWide,
            _ => null,
        };
    }

    /// <param name="type">A type of values.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="metricName">The metric that takes the value: its name says the unit of a length of time.</param>
    public static ValueModel Parse(ITypeSymbol type, ValueKind kind, string metricName) => new(
        kind,
        IsNullable: !SymbolEqualityComparer.Default.Equals(Unwrap(type), type),
        kind == ValueKind.Time ? (MetricUnit.OfName(metricName) is { IsTime: true } unit ? unit : MetricUnit.Second).Total : "");
}
