using System.Reflection;
using Instrumentation.Hosting;

namespace Instrumentation.Tests.Hosting;

public sealed class DocumentationTests
{
    private static readonly string s_root = typeof(DocumentationTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!;

    [Fact]
    public void TableOfSettingsIsTheListOfSettings()
    {
        var rows = File.ReadLines(Path.Combine(s_root, "docs", "hosting.md"))
            .Where(static line => line.StartsWith("| `Instrumentation:", StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(static cells => (Key: cells[1], Default: cells[4], Variables: cells[5]));

        var defaults = new InstrumentationOptions();
        Assert.Equal(
            Settings.All.Select(setting => (
                Key: $"`{setting.Key}`",
                Default: setting.Text(defaults) is { Length: > 0 } text ? $"`{text}`" : "none: closed",
                Variables: $"`{setting.EnvironmentVariable}`{(setting.Alias is null ? "" : $" or `{setting.Alias}`")}")),
            rows);
    }
}
