using System.Reflection;

[assembly: AssemblyFixture(typeof(Instrumentation.Package.Tests.PackedRepository))]

namespace Instrumentation.Package.Tests;

/// <summary>The packages as <c>dotnet pack -c Release -o DIR</c> makes them, in a folder that serves as a feed. Packed once for all tests.</summary>
public sealed class PackedRepository : IDisposable
{
    private readonly TemporaryProject _work = new();

    public PackedRepository()
    {
        Pack(Feed);

        // Packages of the same version may lie in the machine's own cache from earlier; these tests shall see none but what was packed now.
        // Everything else comes from the sources that are configured on the machine.
        _work.Write("feed-only/NuGet.config", $"""
            <configuration><packageSources><add key="packed" value="{Feed}" /></packageSources></configuration>
            """);
    }

    public string Feed => _work.PathOf("feed");

    public string Cache => _work.PathOf("packages");

    public void Pack(string folder) => _work.Dotnet("pack", Repository, "-c", "Release", "-o", folder, "-v:q", "-nologo", "-m:1");

    /// <summary>A new, empty folder outside the repository whose projects can refer to the packages.</summary>
    internal TemporaryProject NewProject()
    {
        var project = new TemporaryProject();
        project.Environment["NUGET_PACKAGES"] = Cache;
        File.Copy(_work.PathOf("feed-only/NuGet.config"), project.PathOf("NuGet.config"));
        return project;
    }

    public void Dispose() => _work.Dispose();

    internal static string Repository => typeof(PackedRepository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Repository").Value!;
}
