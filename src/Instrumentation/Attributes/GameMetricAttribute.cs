namespace Instrumentation;

/// <summary>Declares a metric: a typed method to record it, or a member that is read at each scrape.</summary>
/// <remarks>
/// <para>
/// On a <c>partial</c> method that returns nothing, the build writes the method: its parameters are the labels, except the one that is a number or a
/// <see cref="TimeSpan"/>, which is the value. A counter without a value parameter counts one.
/// </para>
/// <para>
/// On a property, a field, or a method that takes nothing and returns a number or a <see cref="TimeSpan"/>, the member is read at each scrape: static
/// ones by themselves, those of an object when it is a singleton of the container, or registered with <c>InstanceMetrics.Add</c>.
/// </para>
/// <para>On a member of a type with <see cref="GameEventAttribute"/>, the event's <c>Record()</c> records it.</para>
/// <para>A <see cref="TimeSpan"/> is recorded in the unit in which the name ends; in seconds when it ends in none.</para>
/// </remarks>
/// <param name="kind">What the values mean.</param>
/// <param name="name">The metric's name, to which the assembly's prefix is added; a counter's ends in <c>_total</c>.</param>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, Inherited = false, AllowMultiple = true)]
public sealed class GameMetricAttribute(MetricKind kind, string name) : Attribute
{
    /// <summary>What the values mean.</summary>
    public MetricKind Kind { get; } = kind;

    /// <summary>The metric's name, without the assembly's prefix.</summary>
    public string Name { get; } = name;

    /// <summary>A sentence for whoever reads the metric. When left out, the first sentence of the member's doc comment, or its name in words.</summary>
    public string? Help { get; set; }

    /// <summary>The unit, in which the name ends (before <c>_total</c>). When left out, it is taken from the name if that ends in a base unit.</summary>
    public string? Unit { get; set; }

    /// <summary>Upper bounds of a histogram's buckets in the metric's unit, ascending; <c>+Inf</c> is added.</summary>
    public double[]? Buckets { get; set; }

    /// <summary>Bucket bounds under a name, in place of <see cref="Buckets"/>.</summary>
    public BucketPreset Preset { get; set; }

    /// <summary>
    /// After so long without being recorded, a series with a label that has a <c>Limit</c> vanishes and frees its place in the limit: a duration such as
    /// <c>"15m"</c> or <c>"1h30m"</c>, at least a minute. When left out, series stay.
    /// </summary>
    public string? ExpireAfter { get; set; }

    /// <summary>Who answers for the metric, for the catalog.</summary>
    public string? Owner { get; set; }

    /// <summary>In an event: the names of those of its labels that this metric has; all when left out.</summary>
    public string[]? Labels { get; set; }
}
