using System.Reflection;
using System.Text;

namespace Instrumentation.Benchmarks.Building;

/// <summary>A project in a temporary folder: 1,000 monitored methods in 100 types, half of them async and labelled. It gets from the source tree what a package reference gives.</summary>
internal sealed class ThousandMethods : IDisposable
{
    private const int Types = 100;
    private const int MethodsOfType = 10;

    public ThousandMethods()
    {
        // Whatever lies above the temporary folder shall not take part.
        foreach (var above in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            Write(above, "<Project />");
        }

        Write("Shop.csproj", ProjectFile());
        for (var type = 0; type < Types; type++)
        {
            Write($"Service{type}.cs", Source(type));
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("thousand methods ").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string ProjectFile()
    {
        var repository = typeof(ThousandMethods).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Repository").Value;
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <InstrumentationWeaverAssembly>{repository}src/Instrumentation.Weaver/bin/Release/netstandard2.0/Instrumentation.Weaver.dll</InstrumentationWeaverAssembly>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{repository}src/Instrumentation/bin/Release/net10.0/Instrumentation.dll" />
              </ItemGroup>
              <ItemGroup Condition="'$(Bare)' != 'true'">
                <Analyzer Include="{repository}analyzers/Instrumentation.Generator/bin/Release/netstandard2.0/Instrumentation.Generator.dll" />
                <Analyzer Include="{repository}analyzers/Instrumentation.Analyzers/bin/Release/netstandard2.0/Instrumentation.Analyzers.dll" />
              </ItemGroup>
              <Import Project="{repository}src/Instrumentation/buildTransitive/Instrumentation.targets" Condition="'$(Bare)' != 'true'" />
            </Project>
            """;
    }

    private static string Source(int type)
    {
        var methods = new StringBuilder();
        for (var method = 0; method < MethodsOfType; method++)
        {
            methods.Append(method % 2 == 0
                ? $$"""

                    [MonitoredOperation]
                    public int Step{{method}}(int value)
                    {
                        _calls += value;
                        return _calls * {{method}};
                    }

                """
                : $$"""

                    [MonitoredOperation]
                    public async Task<int> Step{{method}}Async([MetricLabel] Zone{{type}} zone, int value)
                    {
                        await Task.Yield();
                        _calls += value;
                        return zone == Zone{{type}}.North ? _calls : value;
                    }

                """);
        }

        return $$"""
            using System.Threading.Tasks;
            using Instrumentation;

            namespace Shop;

            public enum Zone{{type}} { North, South, East, West }

            public partial class Service{{type}}
            {
                private int _calls;
            {{methods}}}
            """;
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(Folder, name), content);
}
