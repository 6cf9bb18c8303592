using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>The attributes that matter, by name, and how to find them on a symbol.</summary>
internal static class Attributes
{
    public const string MonitoredOperation = "Instrumentation.MonitoredOperationAttribute";
    public const string NotMonitored = "Instrumentation.NotMonitoredAttribute";
    public const string MetricLabel = "Instrumentation.MetricLabelAttribute";
    public const string LabelValue = "Instrumentation.LabelValueAttribute";
    public const string InstrumentationDefaults = "Instrumentation.InstrumentationDefaultsAttribute";
    public const string GameMetric = "Instrumentation.GameMetricAttribute";
    public const string GameEvent = "Instrumentation.GameEventAttribute";
    public const string EventId = "Instrumentation.EventIdAttribute";
    public const string MetricPrefix = "Instrumentation.MetricPrefixAttribute";
    public const string AlertRule = "Instrumentation.AlertRuleAttribute";
    public const string Slo = "Instrumentation.SloAttribute";
    public const string InstrumentedAssembly = "Instrumentation.Weaving.InstrumentedAssemblyAttribute";
    public const string AsyncMethodBuilder = "System.Runtime.CompilerServices.AsyncMethodBuilderAttribute";
    public const string RuntimeAsyncMethodGeneration = "System.Runtime.CompilerServices.RuntimeAsyncMethodGenerationAttribute";
    public const string UnmanagedCallersOnly = "System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute";
    public const string LibraryImport = "System.Runtime.InteropServices.LibraryImportAttribute";
    public const string UnscopedRef = "System.Diagnostics.CodeAnalysis.UnscopedRefAttribute";
    public const string Experimental = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";
    public const string Obsolete = "System.ObsoleteAttribute";
    public const string GeneratedCode = "System.CodeDom.Compiler.GeneratedCodeAttribute";

    /// <summary>
    /// Attributes for which another generator writes the body of a partial method: there is one to weave, though not seen here.
    /// </summary>
    public static readonly string[] BodyFromElsewhere =
    [
        "Microsoft.Extensions.Logging.LoggerMessageAttribute",
        "System.Text.RegularExpressions.GeneratedRegexAttribute",
    ];

    public static AttributeData? Find(this ISymbol symbol, string fullName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.IsNamed(fullName))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>All attributes of that class.</summary>
    public static IEnumerable<AttributeData> FindAll(this ISymbol symbol, string fullName) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass.IsNamed(fullName));

    public static bool Has(this ISymbol symbol, string fullName) => symbol.Find(fullName) is not null;

    public static bool IsNamed(this ITypeSymbol? type, string fullName)
    {
        if (type is null || !fullName.EndsWith(type.Name, StringComparison.Ordinal))
        {
            return false;
        }

        var end = fullName.Length - type.Name.Length;
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            end -= space.Name.Length + 1;
            if (end < 0 || fullName[end + space.Name.Length] != '.'
                || string.CompareOrdinal(fullName, end, space.Name, 0, space.Name.Length) != 0)
            {
                return false;
            }
        }

        return end == 0 && type.ContainingType is null;
    }

    /// <summary>The value of a named argument; default when it is not given, or not a valid constant.</summary>
    public static TypedConstant Argument(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;

    public static bool IsGiven(this AttributeData attribute, string name) =>
        attribute.NamedArguments.Any(argument => argument.Key == name);

    /// <summary>The first constructor argument, if it is a string.</summary>
    public static string? FirstString(this AttributeData attribute) => attribute.First() as string;

    /// <summary>The first constructor argument; null when there is none.</summary>
    public static object? First(this AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault() is { Kind: not TypedConstantKind.Array } constant ? constant.Value : null;

    /// <summary>The elements of an array argument; null when it is not given, null itself, or not valid.</summary>
    public static IReadOnlyList<T>? Array<T>(this AttributeData attribute, string name) =>
        attribute.Argument(name) is { Kind: TypedConstantKind.Array, IsNull: false } constant
            ? [.. constant.Values.Select(value => value.Value is T element ? element : default!)]
            : null;
}
