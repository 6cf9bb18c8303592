using System.Diagnostics;

namespace Instrumentation.AspNetCore.Tests;

/// <summary>Runs other people's programs.</summary>
internal static class Programs
{
    public const string Promtool = "/usr/bin/promtool";
    public const string Prometheus = "/usr/bin/prometheus";
    public const string Python = "/usr/bin/python3";

    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<(int Code, string Output)> RunAsync(string program, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await output + await errors);
    }
}
