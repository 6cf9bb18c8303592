using System.Reflection;

namespace Instrumentation.Weaver.Tests.Support;

/// <summary>What the package would bring, from the source tree.</summary>
internal static class SourceTree
{
    /// <summary>Gives it to the projects in the folder.</summary>
    public static void UseSourceTree(this TemporaryProject project) => project.Write("Directory.Build.targets", $"""
        <Project>
          <PropertyGroup><InstrumentationWeaverAssembly>{typeof(AssemblyWeaver).Assembly.Location}</InstrumentationWeaverAssembly></PropertyGroup>
          <ItemGroup>
            <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Instrumentation.dll")}" />
            <Analyzer Include="{Metadata("GeneratorAssembly")}" />
          </ItemGroup>
          <Import Project="{Metadata("Targets")}" />
        </Project>
        """);

    private static string Metadata(string key) =>
        typeof(SourceTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
