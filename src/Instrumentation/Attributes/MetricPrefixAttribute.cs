namespace Instrumentation;

/// <summary>
/// Gives the metrics of a referenced assembly another prefix, if that assembly allows it by <see cref="InstrumentationDefaultsAttribute.AllowPrefixOverride"/>. Belongs
/// into the program; in a library it has no effect.
/// </summary>
/// <param name="assembly">The simple name of the referenced assembly, as in <c>Instrumentation.Games</c>.</param>
/// <param name="prefix">The prefix, joined to the names by an underscore. Matches <c>[a-zA-Z_][a-zA-Z0-9_]*</c>; empty for none.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class MetricPrefixAttribute(string assembly, string prefix) : Attribute
{
    /// <summary>The simple name of the referenced assembly.</summary>
    public string Assembly { get; } = assembly;

    /// <summary>The prefix.</summary>
    public string Prefix { get; } = prefix;
}
