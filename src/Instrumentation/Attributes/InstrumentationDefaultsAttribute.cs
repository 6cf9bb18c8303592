namespace Instrumentation;

/// <summary>Settings for all metrics that an assembly declares.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class InstrumentationDefaultsAttribute : Attribute
{
    /// <summary>
    /// Goes before the name of every metric of the assembly, joined by an underscore: with <c>"arena"</c> the shared histogram is
    /// <c>arena_operation_duration_seconds</c>. Matches <c>[a-zA-Z_][a-zA-Z0-9_]*</c>.
    /// </summary>
    public string? Prefix { get; set; }

    /// <summary>The name of the service, a label <c>service</c> on the operations of the assembly. When left out there is no such label.</summary>
    public string? Service { get; set; }

    /// <summary>
    /// Whether a program that references the assembly may give its metrics another prefix, by <see cref="MetricPrefixAttribute"/>. Default false.
    /// </summary>
    public bool AllowPrefixOverride { get; set; }
}
