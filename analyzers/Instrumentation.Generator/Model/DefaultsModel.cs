namespace Instrumentation.Generator.Model;

/// <summary>The settings that an assembly gives all its operations and metrics.</summary>
/// <param name="Prefix">Goes before the name of every metric.</param>
/// <param name="Service">The label <c>service</c> of the operations.</param>
/// <param name="AllowsPrefixOverride">Whether a program may give another prefix.</param>
internal sealed record DefaultsModel(string? Prefix, string? Service, bool AllowsPrefixOverride = false)
{
    public static readonly DefaultsModel None = new(null, null);
}
