using Instrumentation.Metrics.Catalog;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <content>What there is.</content>
public sealed partial class InstrumentRegistry
{
    /// <summary>All metrics that are registered now, those of operations and of the registry itself included, ordered by name. Made anew each time.</summary>
    public IReadOnlyList<MetricCatalogEntry> Catalog
    {
        get
        {
            var entries = new List<MetricCatalogEntry>();
            foreach (var family in _catalog.Families)
            {
                entries.Add(Describe(family));
            }

            return entries.AsReadOnly();
        }
    }

    private static MetricCatalogEntry Describe(MetricFamily family)
    {
        var shapes = new List<SourceShape>();
        foreach (var source in family.Sources)
        {
            shapes.Add(source.Shape);
        }

        var shape = SourceShape.Merge(shapes);
        var setup = family.Instrument?.Setup;
        return new()
        {
            Name = family.Name,
            Kind = family.Definition.Kind,
            Help = family.Definition.Help,
            Unit = family.Definition.Unit,
            Owner = setup?.Owner,
            Labels = shape.Labels,
            Buckets = setup?.Bounds is { } bounds ? bounds.Upper[..^1].AsReadOnly() : [],
            PossibleSeries = shape.PossibleSeries,
            ExpireAfter = setup?.ExpireAfter,
        };
    }
}
