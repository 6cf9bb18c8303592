namespace Instrumentation.Generator.Emission;

/// <summary>The arguments of the GeneratedCode attributes.</summary>
internal static class GeneratedBy
{
    private static readonly string s_version = typeof(InstrumentationGenerator).Assembly.GetName().Version.ToString(3);

    public static string Arguments { get; } = $"\"{InstrumentationGenerator.Name}\", \"{s_version}\"";
}
