namespace Instrumentation;

/// <summary>
/// Makes a parameter of a monitored method, or a member of an event, a label of its series; on a parameter of a metric, which is a label anyway, it says more about it.
/// What bears it is a bool, an enum, or a string that is bounded by <see cref="Values"/> or <see cref="Limit"/>; each may be nullable.
/// </summary>
/// <remarks>
/// A null reads <c>none</c>. An undeclared enum value, and a string outside <see cref="Values"/> or past <see cref="Limit"/>, reads
/// <c>other</c>.
/// </remarks>
/// <param name="name">The label's name; when left out, the name of the parameter or member in snake_case.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field, Inherited = false)]
public sealed class MetricLabelAttribute(string? name = null) : Attribute
{
    /// <summary>The label's name as given, or null when that of the parameter or member applies.</summary>
    public string? Name { get; } = name;

    /// <summary>All values that a string label may take; any other value reads <c>other</c>.</summary>
    public string[]? Values { get; set; }

    /// <summary>
    /// The greatest number of distinct values of a string label, first come first served, from 1 to 10,000; any further value reads
    /// <c>other</c> and is counted by <c>instrumentation_label_overflows_total</c>.
    /// </summary>
    public int Limit { get; set; }
}
