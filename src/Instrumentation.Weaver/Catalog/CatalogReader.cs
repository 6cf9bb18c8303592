using Mono.Cecil;

namespace Instrumentation.Weaver.Catalog;

/// <summary>Reads the metrics that the generator has declared in an assembly.</summary>
internal static class CatalogReader
{
    private const string DeclaredMetric = "Instrumentation.DeclaredMetricAttribute";

    /// <summary>The members of <c>Instrumentation.MetricKind</c>, by their numbers.</summary>
    private static readonly string[] s_kinds = ["counter", "gauge", "histogram", "up_down_counter"];

    /// <summary>The metrics, each once, ordered by name.</summary>
    public static IReadOnlyList<CatalogEntry> Read(AssemblyDefinition assembly) =>
    [
        .. assembly.CustomAttributes.Where(attribute => attribute.AttributeType.FullName == DeclaredMetric)
            .Select(Read)
            .GroupBy(entry => entry.Name, StringComparer.Ordinal)
            .OrderBy(entries => entries.Key, StringComparer.Ordinal)
            .Select(Merge),
    ];

    /// <summary>A metric that several members declare is one all the same.</summary>
    private static CatalogEntry Merge(IEnumerable<CatalogEntry> entries)
    {
        var entry = entries.First();
        entry.Member = string.Join(", ", entries.Select(other => other.Member).OfType<string>()) is { Length: > 0 } members ? members : null;
        return entry;
    }

    private static CatalogEntry Read(CustomAttribute attribute)
    {
        var kind = Convert.ToInt32(attribute.ConstructorArguments[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var name = (string)attribute.ConstructorArguments[0].Value;

        // Where a program may give another prefix, the name is without the one that applies otherwise.
        return new(Named(attribute, "Prefix") is string { Length: > 0 } prefix ? $"{prefix}_{name}" : name, s_kinds[kind])
        {
            Unit = Named(attribute, "Unit") as string,
            Help = Named(attribute, "Help") as string,
            Labels = [.. Items(attribute, "Labels").Select(label => CatalogLabel.Parse((string)label))],
            Buckets = [.. Items(attribute, "Buckets").Cast<double>()],
            Series = Named(attribute, "Series") as int? ?? 1,
            Owner = Named(attribute, "Owner") as string,
            Member = Named(attribute, "Member") as string,
        };
    }

    private static object? Named(CustomAttribute attribute, string name) =>
        attribute.Properties.FirstOrDefault(property => property.Name == name).Argument.Value;

    private static IEnumerable<object> Items(CustomAttribute attribute, string name) =>
        Named(attribute, name) is CustomAttributeArgument[] items ? items.Select(item => item.Value) : [];
}
