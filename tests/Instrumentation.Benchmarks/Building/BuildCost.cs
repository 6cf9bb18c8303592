using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Instrumentation.Benchmarks.Building;

/// <summary>How much longer a clean build takes with generator, analyzers and weaver. Each build is a new process without the compiler server, as in CI; of several the fastest counts.</summary>
internal static partial class BuildCost
{
    private const int Rounds = 5;

    internal static void Print()
    {
        using var project = new ThousandMethods();
        Run(project, "restore");
        var (bare, unwoven, whole) = (double.MaxValue, double.MaxValue, double.MaxValue);
        var (generator, analyzers, weaver) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            bare = Math.Min(bare, Build(project, "-p:Bare=true").Seconds);
            unwoven = Math.Min(unwoven, Build(project, "-p:InstrumentationWeave=false").Seconds);
            whole = Math.Min(whole, Build(project).Seconds);

            // A build of its own, since what it reports takes time too.
            var log = Build(project, "-p:ReportAnalyzer=true", "-v:d", "-clp:PerformanceSummary").Log;
            generator = Math.Min(generator, Time(GeneratorTime(), log));
            analyzers = Math.Min(analyzers, Time(AnalyzersTime(), log));
            weaver = Math.Min(weaver, Time(WeaverTime(), log) / 1_000);
        }

        Console.WriteLine("| clean build of 1,000 monitored methods | seconds |");
        Console.WriteLine("|---|---:|");
        Console.WriteLine($"| the attributes only: neither generator nor analyzers nor weaver | {bare:F2} |");
        Console.WriteLine($"| not woven | {unwoven:F2} |");
        Console.WriteLine($"| whole | {whole:F2} |");
        Console.WriteLine($"| of this the generator, as the compiler reports it | {generator:F2} |");
        Console.WriteLine($"| the analyzers, the sum of all threads, beside the compiler's own work | {analyzers:F2} |");
        Console.WriteLine($"| the weaver, as MSBuild reports it | {weaver:F2} |");
    }

    private static (double Seconds, string Log) Build(ThousandMethods project, params string[] options)
    {
        var start = Stopwatch.GetTimestamp();
        var log = Run(project, ["build", "--no-restore", "-t:Rebuild", "-c", "Release", "-nologo", .. options]);
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, log);
    }

    private static string Run(ThousandMethods project, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = project.Folder, RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }

    private static double Time(Regex line, string log) => line.Match(log) is { Success: true } match
        ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"The build does not report what {line} looks for.");

    [GeneratedRegex(@"^\s*([\d.]+)\s+\S+\s+Instrumentation\.Generator, Version", RegexOptions.Multiline)]
    private static partial Regex GeneratorTime();

    [GeneratedRegex(@"^\s*([\d.]+)\s+\S+\s+Instrumentation\.Analyzers, Version", RegexOptions.Multiline)]
    private static partial Regex AnalyzersTime();

    [GeneratedRegex(@"^\s*(\d+) ms\s+\S*WeaveAssembly\s+1 calls", RegexOptions.Multiline)]
    private static partial Regex WeaverTime();
}
