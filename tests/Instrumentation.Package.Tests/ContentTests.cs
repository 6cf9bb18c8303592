using System.IO.Compression;

namespace Instrumentation.Package.Tests;

/// <summary>What is in the packages.</summary>
public sealed class ContentTests(PackedRepository packed)
{
    [Fact]
    public void ThesePackages_AndNothingElse() => Assert.Equal(
        [
            "Instrumentation.0.1.0.nupkg", "Instrumentation.Alerting.0.1.0.nupkg", "Instrumentation.AspNetCore.0.1.0.nupkg", "Instrumentation.Games.0.1.0.nupkg",
            "Instrumentation.PromQL.0.1.0.nupkg",
        ],
        Directory.GetFiles(packed.Feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Instrumentation_HoldsEveryPart() => Assert.Equal(
        [
            "Instrumentation.nuspec",
            "LICENSE",
            "README.md",
            "THIRD-PARTY-NOTICES.txt",
            "analyzers/dotnet/cs/Instrumentation.Analyzers.dll",
            "analyzers/dotnet/cs/Instrumentation.CodeFixes.dll",
            "analyzers/dotnet/cs/Instrumentation.Generator.dll",
            "buildTransitive/Instrumentation.Catalog.targets",
            "buildTransitive/Instrumentation.Rules.targets",
            "buildTransitive/Instrumentation.props",
            "buildTransitive/Instrumentation.targets",
            "lib/net10.0/Instrumentation.dll",
            "lib/net10.0/Instrumentation.xml",
            "tasks/netstandard2.0/Instrumentation.Weaver.dll",
            "tasks/netstandard2.0/Mono.Cecil.dll",
        ],
        Files("Instrumentation.0.1.0.nupkg"));

    [Fact]
    public void AspNetCore_BringsInstrumentationWhole()
    {
        Assert.Equal(
            ["Instrumentation.AspNetCore.nuspec", "LICENSE", "README.md", "lib/net10.0/Instrumentation.AspNetCore.dll", "lib/net10.0/Instrumentation.AspNetCore.xml"],
            Files("Instrumentation.AspNetCore.0.1.0.nupkg"));
        using var package = ZipFile.OpenRead(Path.Combine(packed.Feed, "Instrumentation.AspNetCore.0.1.0.nupkg"));
        using var nuspec = new StreamReader(package.GetEntry("Instrumentation.AspNetCore.nuspec")!.Open());
        Assert.Contains("<dependency id=\"Instrumentation\" version=\"0.1.0\" include=\"All\" />", nuspec.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void PackingAgain_GivesTheSameBytes()
    {
        var again = Directory.CreateTempSubdirectory("packed again").FullName;
        try
        {
            packed.Pack(again);
            foreach (var package in Directory.GetFiles(packed.Feed))
            {
                Assert.Equal(File.ReadAllBytes(package), File.ReadAllBytes(Path.Combine(again, Path.GetFileName(package))));
            }
        }
        finally
        {
            Directory.Delete(again, recursive: true);
        }
    }

    private List<string> Files(string name)
    {
        using var package = ZipFile.OpenRead(Path.Combine(packed.Feed, name));
        return [.. package.Entries.Select(entry => entry.FullName)
            .Where(file => !file.StartsWith("_rels/", StringComparison.Ordinal) && !file.StartsWith("package/", StringComparison.Ordinal) && file != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }
}
