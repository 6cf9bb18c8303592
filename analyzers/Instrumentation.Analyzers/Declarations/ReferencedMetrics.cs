using Instrumentation.Generator.Model.Metrics;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Declarations;

/// <summary>The metrics of referenced assemblies, by the attributes that the build wrote into them.</summary>
internal static class ReferencedMetrics
{
    private const string DeclaredMetric = "Instrumentation.DeclaredMetricAttribute";
    private const string MetricPrefix = "Instrumentation.MetricPrefixAttribute";
    private const string Runtime = "Instrumentation";

    internal static IReadOnlyList<KnownMetric> Of(Compilation compilation)
    {
        var given = compilation.Assembly.GetAttributes()
            .Where(static attribute => attribute.AttributeClass.IsNamed(MetricPrefix) && attribute.ConstructorArguments.Length == 2)
            .Select(static attribute => (Assembly: attribute.ConstructorArguments[0].Value as string, Prefix: attribute.ConstructorArguments[1].Value as string))
            .GroupBy(static prefix => prefix.Assembly ?? "", StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First().Prefix, StringComparer.Ordinal);
        var metrics = new List<KnownMetric>();

        // What refers to the runtime is known without reading the attributes of every assembly of the framework.
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(static assembly => assembly.Name != Runtime
            && assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == Runtime))))
        {
            metrics.AddRange(assembly.GetAttributes()
                .Where(static attribute => attribute.AttributeClass.IsNamed(DeclaredMetric))
                .Select(attribute => Read(attribute, given, assembly.Name))
                .OfType<KnownMetric>());
        }

        return metrics;
    }

    private static KnownMetric? Read(AttributeData attribute, Dictionary<string, string?> given, string assembly)
    {
        if (attribute.ConstructorArguments.Length != 2 || attribute.ConstructorArguments[0].Value is not string name || attribute.ConstructorArguments[1].Value is not int kind)
        {
            return null;
        }

        // A prefix stands apart from the name only where the program may give another.
        var prefix = !attribute.IsGiven("Prefix") ? null
            : given.TryGetValue(assembly, out var chosen) ? chosen
            : attribute.Argument("Prefix").Value as string;
        var member = attribute.Argument("Member").Value as string;
        return new(
            prefix is { Length: > 0 } ? $"{prefix}_{name}" : name,
            (MetricKind)kind,
            attribute.Argument("Help").Value as string,
            attribute.Argument("Unit").Value as string,
            [.. (attribute.Array<string>("Labels") ?? []).Select(KnownLabel.Parse).OfType<KnownLabel>()],
            attribute.Array<double>("Buckets"),
            member is null ? assembly : $"{member}' of '{assembly}",
            Location: null);
    }
}
