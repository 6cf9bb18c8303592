using Microsoft.Build.Framework;
using Mono.Cecil;
using Task = Microsoft.Build.Utilities.Task;

namespace Instrumentation.Weaver.Catalog;

/// <summary>
/// The build task: writes the catalog of the metrics that an assembly declares, and warns of what differs from the one that is committed.
/// </summary>
public sealed class WriteCatalog : Task
{
    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = string.Empty;

    /// <summary>The assemblies that it refers to.</summary>
    [Required]
    public string[] References { get; set; } = [];

    /// <summary>The JSON file to write; one for people is written beside it. Nothing is when it is left out.</summary>
    public string? File { get; set; }

    /// <summary>The committed catalog, which may not exist.</summary>
    public string? Committed { get; set; }

    /// <summary>The files that were written.</summary>
    [Output]
    public string[] Written { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            using var references = new ReferenceResolver(References);
            using var assembly = AssemblyDefinition.ReadAssembly(Assembly, new ReaderParameters { AssemblyResolver = references });
            var entries = CatalogReader.Read(assembly);
            if (File is { Length: > 0 } file)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
                CatalogFile.Write(file, CatalogJson.Write(assembly.Name.Name, entries));
                CatalogFile.Write(MarkdownOf(file), CatalogMarkdown.Write(assembly.Name.Name, entries));
                Written = [file, MarkdownOf(file)];
            }

            if (Committed is { Length: > 0 } committed && System.IO.File.Exists(committed))
            {
                Compare(committed, entries);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError(null, "INSTC003", null, Assembly, 0, 0, 0, 0, "The metric catalog cannot be read or written: {0}", exception.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void Compare(string committed, IReadOnlyList<CatalogEntry> entries)
    {
        var json = CatalogFile.Read(committed);
        IReadOnlyList<CatalogEntry> before;
        try
        {
            before = CatalogJson.Read(json);
        }
        catch (FormatException malformed)
        {
            Log.LogWarning(
                null, "INSTC002", null, committed, 1, 1, 0, 0,
                "The committed metric catalog cannot be read: {0}. Write it anew with -p:InstrumentationCatalogUpdate=true.", malformed.Message);
            return;
        }

        var lines = CatalogFile.Utf8.GetString(json).Split('\n');
        foreach (var (metric, difference) in CatalogComparison.Compare(before, entries))
        {
            Log.LogWarning(
                null, "INSTC001", null, committed, LineOf(lines, metric), 1, 0, 0,
                "The metric '{0}' is not what the committed catalog says: {1}. Dashboards and alert rules may rely on it. If the change is meant, "
                + "write the catalog anew with -p:InstrumentationCatalogUpdate=true and commit it.",
                metric,
                difference);
        }

        foreach (var name in CatalogComparison.Added(before, entries))
        {
            Log.LogMessage(MessageImportance.Normal, "The metric '{0}' is not in the committed catalog '{1}' yet.", name, committed);
        }
    }

    /// <summary>The line of the metric itself, which other metrics may have a label named like; the first one where somebody has laid the file out anew.</summary>
    private static int LineOf(string[] lines, string metric) =>
        Math.Max(0, Array.FindIndex(lines, line => line.TrimStart().StartsWith($"\"name\": \"{metric}\"", StringComparison.Ordinal))) + 1;

    /// <summary><c>METRICS.md</c> for <c>metrics.json</c>, the usual name of such a page; for any other name the same with another ending.</summary>
    private static string MarkdownOf(string json) =>
        Path.GetFileName(json) == "metrics.json" ? Path.Combine(Path.GetDirectoryName(json)!, "METRICS.md") : Path.ChangeExtension(json, ".md");
}
