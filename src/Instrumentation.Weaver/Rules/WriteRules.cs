using System.Text;
using Instrumentation.Alerting.Export.Yaml;
using Microsoft.Build.Framework;
using Mono.Cecil;
using Task = Microsoft.Build.Utilities.Task;

namespace Instrumentation.Weaver.Rules;

/// <summary>The build task: writes the rules that an assembly and those it refers to declare as a rule file of Prometheus.</summary>
public sealed class WriteRules : Task
{
    private const string Runtime = "Instrumentation";
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = string.Empty;

    /// <summary>The assemblies that it refers to.</summary>
    [Required]
    public string[] References { get; set; } = [];

    /// <summary>The file to write.</summary>
    [Required]
    public string File { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override bool Execute()
    {
        var path = Assembly;
        try
        {
            var groups = Read(Assembly);
            foreach (var reference in References)
            {
                path = reference;
                groups.AddRange(Read(reference));
            }

            path = File;
            Write(RulesYaml.Write(groups));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError(null, "INSTR001", null, path, 0, 0, 0, 0, "The alert rules cannot be read or written: {0}", exception.Message);
        }
        catch (NotSupportedException exception)
        {
            Log.LogError(
                null, "INSTR002", null, path, 0, 0, 0, 0,
                "The alert rules of '{0}' cannot be read ({1}). It was probably built with another version of Instrumentation: build it with this one.", path, exception.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private static List<ExportedGroup> Read(string path)
    {
        try
        {
            using var assembly = AssemblyDefinition.ReadAssembly(path);
            // Most of what a program refers to has nothing to do with rules, and is not looked into.
            return assembly.MainModule.AssemblyReferences.Any(static reference => reference.Name == Runtime) ? RuleTableReader.Read(assembly) : [];
        }
        catch (BadImageFormatException)
        {
            return []; // A native library among the references.
        }
    }

    /// <summary>A file that is as it should be keeps its time stamp, or everything that depends on it would be built again.</summary>
    private void Write(string yaml)
    {
        var content = s_utf8.GetBytes(yaml);
        if (Path.GetDirectoryName(Path.GetFullPath(File)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        if (!System.IO.File.Exists(File) || !System.IO.File.ReadAllBytes(File).SequenceEqual(content))
        {
            System.IO.File.WriteAllBytes(File, content);
        }
    }
}
