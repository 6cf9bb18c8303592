using System.Diagnostics;

namespace Instrumentation.Alerting.Tests.Export;

/// <summary>Prometheus' own tools.</summary>
internal static class Tools
{
    public const string Promtool = "/usr/bin/promtool";
    public const string Amtool = "/usr/bin/amtool";

    /// <summary>Runs a tool in a folder with these files.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string tool, string[] arguments, params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("export-");
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);
        }

        var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(10));
        folder.Delete(recursive: true);
        return (process.ExitCode, await output + await errors);
    }
}
