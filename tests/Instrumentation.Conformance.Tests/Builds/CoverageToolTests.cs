using System.Globalization;
using System.Xml.Linq;
using Instrumentation.Conformance.Tests.Catalogue;
using Instrumentation.Conformance.Tests.Support;

namespace Instrumentation.Conformance.Tests.Builds;

/// <summary>A coverage tool, which weaves as well, over a monitored assembly with embedded symbols.</summary>
[Collection(WorkspaceCollection.Name)]
public sealed class CoverageToolTests(ConsumerWorkspace workspace)
{
    [Fact]
    [Covers("embedded symbols with a coverage tool", "a second weaver")]
    public void Lines_of_monitored_methods_are_covered_as_written()
    {
        workspace.EnsureBuilt();
        var result = Cli.Dotnet(
            workspace.Folder,
            "test", "Coverage/Coverage.csproj", "-nologo", "-v:q", "--collect", "XPlat Code Coverage", "--results-directory", "results");
        if (result.LacksPackages)
        {
            Assert.Skip("The package coverlet.collector cannot be had from the configured package sources.");
        }

        Assert.True(result.ExitCode == 0, result.All);
        var report = Assert.Single(Directory.GetFiles(workspace.PathOf("results"), "coverage.cobertura.xml", SearchOption.AllDirectories));
        var hits = XDocument.Load(report).Descendants("class")
            .Where(type => Path.GetFileName(type.Attribute("filename")!.Value) == "Arena.cs")
            .SelectMany(type => type.Element("lines")!.Elements("line"))
            .GroupBy(line => Number(line, "number"), line => Number(line, "hits"))
            .ToDictionary(line => line.Key, line => line.Max());
        var source = File.ReadAllLines(workspace.PathOf("Arena/Arena.cs"));

        Assert.True(hits[Line("joined at")] > 0);
        Assert.True(hits[Line("await Task.Yield()")] > 0);
        Assert.True(hits[Line("yield return i;")] > 0);
        Assert.Equal(0, hits[Line("? \"idle\" :")]);

        int Line(string text) => Array.FindIndex(source, line => line.Contains(text, StringComparison.Ordinal)) + 1;
    }

    private static int Number(XElement line, string attribute) => int.Parse(line.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
