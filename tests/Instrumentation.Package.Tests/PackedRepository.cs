using System.Reflection;
using System.Text.Json;

[assembly: AssemblyFixture(typeof(Instrumentation.Package.Tests.PackedRepository))]

namespace Instrumentation.Package.Tests;

/// <summary>The packages as <c>dotnet pack -c Release -o DIR</c> makes them, in a folder that serves as a feed. Packed once for all tests.</summary>
public sealed class PackedRepository : IDisposable
{
    private readonly TemporaryProject _work = new();

    public PackedRepository()
    {
        Pack(Feed);
        TakeDependencies();

        // Packages of the same version may lie in the machine's own cache from earlier; these tests shall see none but what was packed now.
        // Everything else comes from the sources that are configured on the machine.
        _work.Write("feed-only/NuGet.config", $"""
            <configuration><packageSources><add key="packed" value="{Feed}" /></packageSources></configuration>
            """);
    }

    internal static string Repository => typeof(PackedRepository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Repository").Value!;

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

    /// <summary>What the packages depend on is in the machine's own cache since the repository was built: taken from there, no source is asked for it.</summary>
    private void TakeDependencies()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository, "src"), "project.assets.json", SearchOption.AllDirectories))
        {
            using var assets = JsonDocument.Parse(File.ReadAllText(file));
            var caches = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(static folder => folder.Name).ToList();
            foreach (var library in assets.RootElement.GetProperty("libraries").EnumerateObject().Where(static library => library.Value.GetProperty("type").GetString() == "package"))
            {
                var path = library.Value.GetProperty("path").GetString()!;
                if (!Directory.Exists(Path.Combine(Cache, path)) && caches.Find(cache => Directory.Exists(Path.Combine(cache, path))) is { } cache)
                {
                    Copy(Path.Combine(cache, path), Path.Combine(Cache, path));
                }
            }
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
