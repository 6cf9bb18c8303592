using System.Text;
using Microsoft.Build.Framework;
using Mono.Cecil;
using Task = Microsoft.Build.Utilities.Task;

namespace Instrumentation.Weaver.Catalog;

/// <summary>
/// The build task: writes the catalog of the metrics that an assembly declares, and warns of what differs from the one that is committed.
/// </summary>
public sealed class WriteCatalog : Task
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = string.Empty;

    /// <summary>The assemblies that it refers to.</summary>
    [Required]
    public string[] References { get; set; } = [];

    /// <summary>Where <c>metrics.json</c> and <c>METRICS.md</c> are written; nothing is when it is left out.</summary>
    public string? Directory { get; set; }

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
            if (Directory is { Length: > 0 } directory)
            {
                System.IO.Directory.CreateDirectory(directory);
                Written =
                [
                    Write(Path.Combine(directory, "metrics.json"), CatalogJson.Write(assembly.Name.Name, entries)),
                    Write(Path.Combine(directory, "METRICS.md"), CatalogMarkdown.Write(assembly.Name.Name, entries)),
                ];
            }

            if (Committed is { Length: > 0 } committed && File.Exists(committed))
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
        var json = File.ReadAllBytes(committed);
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

        var lines = s_utf8.GetString(json).Split('\n');
        foreach (var (metric, difference) in CatalogComparison.Compare(before, entries))
        {
            Log.LogWarning(
                null, "INSTC001", null, committed, LineOf(lines, metric), 1, 0, 0,
                "The metric '{0}' is not what the committed catalog says: {1}. Whoever has it in a dashboard or an alert rule will miss it. If that is meant, "
                + "write the catalog anew with -p:InstrumentationCatalogUpdate=true and commit it.",
                metric,
                difference);
        }

        foreach (var name in CatalogComparison.Added(before, entries))
        {
            Log.LogMessage(MessageImportance.Normal, "The metric '{0}' is not in the committed catalog '{1}' yet.", name, committed);
        }
    }

    private static int LineOf(string[] lines, string metric) =>
        Math.Max(0, Array.FindIndex(lines, line => line.Contains($"\"{metric}\""))) + 1;

    /// <summary>A file that is as it should be keeps its time stamp, or everything that depends on it would be built again.</summary>
    private static string Write(string path, string text)
    {
        var content = s_utf8.GetBytes(text);
        if (!File.Exists(path) || !File.ReadAllBytes(path).SequenceEqual(content))
        {
            File.WriteAllBytes(path, content);
        }

        return path;
    }
}
