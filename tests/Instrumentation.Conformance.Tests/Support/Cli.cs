using System.Diagnostics;
using System.Text;

namespace Instrumentation.Conformance.Tests.Support;

/// <summary>What a program did.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    public string All => Output + Error;

    /// <summary>Whether no source has a package that a build needs, or its version, or one cannot be reached.</summary>
    public bool LacksPackages => ExitCode != 0 && ((string[])["NU1101", "NU1102", "NU1301"]).Any(code => All.Contains(code, StringComparison.Ordinal));
}

/// <summary>Runs programs, the SDK's above all, without what the test host's own variables would make of them.</summary>
internal static class Cli
{
    public static CliResult Dotnet(string folder, params string[] arguments) => Run(folder, "dotnet", arguments);

    public static CliResult Run(string folder, string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        // Nodes that outlive the build would hold its files.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliResult(process.ExitCode, output, error.Result);
    }
}
