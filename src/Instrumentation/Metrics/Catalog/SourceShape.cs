namespace Instrumentation.Metrics.Catalog;

/// <summary>The labels of one source of series, and how many series it can have.</summary>
internal sealed record SourceShape(IReadOnlyList<MetricCatalogLabel> Labels, long PossibleSeries)
{
    /// <summary>One series without labels.</summary>
    internal static SourceShape Unlabelled { get; } = new([], 1);

    /// <summary>Of what has these labels, after those that are given.</summary>
    internal static SourceShape Of(Label[] labels, params MetricCatalogLabel[] before)
    {
        var series = 1L;
        foreach (var label in labels)
        {
            series *= label.Count;
        }

        return new([.. before, .. labels.Select(static label => label.Describe())], series);
    }

    /// <summary>Of several sources of one metric.</summary>
    internal static SourceShape Merge(IReadOnlyList<SourceShape> shapes)
    {
        if (shapes.Count == 1)
        {
            return shapes[0];
        }

        var labels = shapes.SelectMany(static shape => shape.Labels).GroupBy(static label => label.Name, Merge).ToArray();
        return new(labels, shapes.Sum(static shape => shape.PossibleSeries));
    }

    private static MetricCatalogLabel Merge(string name, IEnumerable<MetricCatalogLabel> labels)
    {
        var all = labels.ToArray();
        return new()
        {
            Name = name,
            Values = [.. all.SelectMany(static label => label.Values).Distinct(StringComparer.Ordinal)],
            Limit = all.Max(static label => label.Limit),
        };
    }
}
