namespace Instrumentation;

/// <summary>
/// Makes a <c>partial</c> record, class or struct an event of the game: the build writes <c>Record()</c>, which updates all metrics of the event in one call, without
/// allocating, and hands the event to whoever listens to the event stream.
/// </summary>
/// <remarks>
/// Members bear <see cref="MetricLabelAttribute"/> (a label of the event's metrics), <see cref="GameMetricAttribute"/> (a metric that takes the member's value) or
/// <see cref="EventIdAttribute"/> (an identifier, which is never a label). Other members are left alone.
/// </remarks>
/// <param name="name">
/// The event's name in snake_case, as in <c>combat_hits</c>: a counter of that name and <c>_total</c> counts the events by their labels. When left out, the type's name in
/// snake_case names the event in the stream and nothing counts it.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class GameEventAttribute(string? name = null) : Attribute
{
    /// <summary>The event's name as given, or null when the type's name applies.</summary>
    public string? Name { get; } = name;

    /// <summary>A sentence for whoever reads the counter of the events.</summary>
    public string? Help { get; set; }

    /// <summary>See <see cref="GameMetricAttribute.ExpireAfter"/>; for all metrics of the event that say nothing else.</summary>
    public string? ExpireAfter { get; set; }

    /// <summary>Who answers for the event's metrics, for the catalog.</summary>
    public string? Owner { get; set; }
}
