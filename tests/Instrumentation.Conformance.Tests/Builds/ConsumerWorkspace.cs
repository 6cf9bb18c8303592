using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Instrumentation.Conformance.Tests.Support;

[assembly: AssemblyFixture(typeof(Instrumentation.Conformance.Tests.Builds.ConsumerWorkspace))]

namespace Instrumentation.Conformance.Tests.Builds;

/// <summary>
/// A copy of the consumer's projects outside the repository, in a folder whose name has a space and letters beyond ASCII, beside a folder laid
/// out as the package is, which nobody may write to. Built once.
/// </summary>
public sealed class ConsumerWorkspace : IDisposable
{
    private readonly Lazy<CliResult> _build;

    public ConsumerWorkspace()
    {
        Folder = Directory.CreateTempSubdirectory("conformance é 競技場 ").FullName;
        _build = new Lazy<CliResult>(Build);
    }

    internal string Folder { get; }

    /// <summary>All projects, built as a graph on two nodes; fails the test when that failed.</summary>
    internal void EnsureBuilt() => Assert.True(_build.Value.ExitCode == 0, _build.Value.All);

    internal string PathOf(string name) => Path.Combine([Folder, .. name.Split('/')]);

    internal string Output(string project, string framework = "") =>
        PathOf($"out put/bin/{project}/debug{(framework.Length == 0 ? "" : "_" + framework)}/{project}.dll");

    /// <summary>Every file of the package's folder with a hash of its content.</summary>
    internal IReadOnlyList<string> PackageFiles() =>
    [
        .. Directory.EnumerateFiles(PathOf("package"), "*", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetRelativePath(Folder, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")
            .Order(StringComparer.Ordinal),
    ];

    internal IReadOnlyList<string> PackageFilesBefore { get; private set; } = [];

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Folder, recursive: true);
    }

    private CliResult Build()
    {
        Copy(Repository.TestAssembly("Consumer"), Folder);
        LayOutPackage();
        using (var key = new RSACryptoServiceProvider(2048))
        {
            File.WriteAllBytes(PathOf("key.snk"), key.ExportCspBlob(includePrivateParameters: true));
        }

        PackageFilesBefore = PackageFiles();
        return Cli.Dotnet(Folder, "build", "All.slnx", "-graph", "-m:2", "-nologo", "-v:q");
    }

    private void LayOutPackage()
    {
        var tools = $"bin/{Repository.Configuration}/netstandard2.0";
        Take($"src/Instrumentation/bin/{Repository.Configuration}/net10.0/Instrumentation.dll", "lib/net10.0");
        Take($"src/Instrumentation.Weaver/{tools}/Instrumentation.Weaver.dll", "tasks/netstandard2.0");
        Take($"src/Instrumentation.Weaver/{tools}/Mono.Cecil.dll", "tasks/netstandard2.0");
        Take($"analyzers/Instrumentation.Generator/{tools}/Instrumentation.Generator.dll", "analyzers/dotnet/cs");
        Take($"analyzers/Instrumentation.Analyzers/{tools}/Instrumentation.Analyzers.dll", "analyzers/dotnet/cs");
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("src/Instrumentation/buildTransitive")))
        {
            Take($"src/Instrumentation/buildTransitive/{Path.GetFileName(file)}", "buildTransitive");
        }

        File.WriteAllText(PathOf("package/References.targets"), References(), new UTF8Encoding(false));
        foreach (var file in Directory.EnumerateFiles(PathOf("package"), "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.ReadOnly);
        }

        void Take(string source, string folder)
        {
            Directory.CreateDirectory(PathOf($"package/{folder}"));
            File.Copy(Repository.PathOf(source), Path.Combine(PathOf($"package/{folder}"), Path.GetFileName(source)));
        }
    }

    /// <summary>What a package reference comes to: the assembly, what it depends on, analyzers, and the build's targets.</summary>
    private static string References()
    {
        var versions = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(version => version.Attribute("Include")!.Value, version => version.Attribute("Version")!.Value);
        var dependencies = XDocument.Load(Repository.PathOf("src/Instrumentation/Instrumentation.csproj")).Descendants("PackageReference")
            .Select(reference => reference.Attribute("Include")!.Value)
            .Select(name => $"""    <PackageReference Include="{name}" Version="{versions[name]}" />""");
        return $"""
            <Project>
              <Import Project="buildTransitive/Instrumentation.props" />
              <ItemGroup>
                <Reference Include="$(MSBuildThisFileDirectory)lib/net10.0/Instrumentation.dll" />
                <Analyzer Include="$(MSBuildThisFileDirectory)analyzers/dotnet/cs/*.dll" />
            {string.Join('\n', dependencies)}
              </ItemGroup>
              <Import Project="buildTransitive/Instrumentation.targets" />
            </Project>
            """;
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
