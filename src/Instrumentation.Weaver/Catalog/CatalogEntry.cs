namespace Instrumentation.Weaver.Catalog;

/// <summary>One metric that an assembly declares, as its catalog lists it.</summary>
internal sealed class CatalogEntry(string name, string kind)
{
    /// <summary>The metric's name, with the assembly's prefix.</summary>
    public string Name { get; } = name;

    /// <summary><c>counter</c>, <c>gauge</c>, <c>histogram</c> or <c>up_down_counter</c>.</summary>
    public string Kind { get; } = kind;

    public string? Unit { get; set; }

    public string? Help { get; set; }

    public IReadOnlyList<CatalogLabel> Labels { get; set; } = [];

    public IReadOnlyList<double> Buckets { get; set; } = [];

    /// <summary>The greatest number of series.</summary>
    public long Series { get; set; } = 1;

    public string? Owner { get; set; }

    /// <summary>The member that declares it.</summary>
    public string? Member { get; set; }
}
