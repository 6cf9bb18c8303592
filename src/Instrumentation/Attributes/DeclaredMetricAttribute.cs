namespace Instrumentation;

/// <summary>
/// Written by the build for each metric that an assembly declares: what the compiler of another assembly, and the catalog, know it by. Not meant to be written by hand.
/// </summary>
/// <param name="name">The metric's name; with the assembly's prefix, unless <see cref="Prefix"/> is set.</param>
/// <param name="kind">What the values mean.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class DeclaredMetricAttribute(string name, MetricKind kind) : Attribute
{
    /// <summary>The metric's name.</summary>
    public string Name { get; } = name;

    /// <summary>What the values mean.</summary>
    public MetricKind Kind { get; } = kind;

    /// <summary>
    /// The prefix of an assembly that allows another one, by <see cref="InstrumentationDefaultsAttribute.AllowPrefixOverride"/>: <see cref="Name"/> is then without it. Null
    /// elsewhere, where the name is the whole one.
    /// </summary>
    public string? Prefix { get; set; }

    /// <summary>The help text.</summary>
    public string? Help { get; set; }

    /// <summary>The unit; null when there is none.</summary>
    public string? Unit { get; set; }

    /// <summary>
    /// The labels in their order, each as <c>name=value|value</c> with all its values, <c>none</c> and <c>other</c> included where there are such, or <c>name=*limit</c>; a bar,
    /// backslash, equals sign or asterisk in a value is escaped by a backslash.
    /// </summary>
    public string[]? Labels { get; set; }

    /// <summary>The greatest number of series.</summary>
    public int Series { get; set; } = 1;

    /// <summary>Upper bounds of a histogram's buckets.</summary>
    public double[]? Buckets { get; set; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; set; }

    /// <summary>The member that declares it, as <c>Type.Member</c>.</summary>
    public string? Member { get; set; }
}
