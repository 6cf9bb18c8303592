namespace Instrumentation.Generator.Model;

/// <summary>The settings that an assembly gives all its operations.</summary>
internal sealed record DefaultsModel(string? Prefix, string? Service)
{
    public static readonly DefaultsModel None = new(null, null);
}
