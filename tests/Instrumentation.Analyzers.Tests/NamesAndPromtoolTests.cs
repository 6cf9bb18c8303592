using System.Diagnostics;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Tests;

/// <summary>What the rules on names let pass, <c>promtool check metrics</c> lets pass; and what it complains of, they report.</summary>
public class NamesAndPromtoolTests
{
    private static readonly string[] s_stems =
    [
        "players", "kills", "players_online", "playersOnline", "latency_seconds", "latency_ms", "latency_milliseconds", "wait_s", "uptime_minutes", "uptime_hours", "age_days", "age_weeks",
        "heap_bytes", "heap_kb", "heap_mb", "heap_kilobytes", "heap_gibibytes", "network_bits", "cpu_ratio", "temperature_celsius", "temperature_fahrenheit", "temperature_kelvins",
        "distance_meters", "distance_kilometers", "distance_miles", "weight_pounds", "weight_kilograms", "energy_calories", "power_joules", "thermometers", "programs",
        "players_gauge", "kill_counter", "wait_histogram", "encounters", "plan_b", "team_d_wins", "level_m", "sec_rate", "ns_queries", "frame_ns", "frame_us", "frame_sec", "second_chances",
        "minute_rate", "volts", "amperes", "inches_tall", "yards", "ounces", "http2_streams", "kills_per_round",
    ];

    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (var stem in s_stems)
        {
            names.Add("Gauge", stem);
            names.Add("Counter", stem + "_total");
        }

        return names;
    }

    [Fact]
    public async Task What_passes_here_passes_promtool_and_the_other_way_round()
    {
        if (!File.Exists("/usr/bin/promtool"))
        {
            Assert.Skip("promtool is not installed");
        }

        var differences = new List<string>();
        foreach (var (kind, name) in Names().Select(static row => row.Data))
        {
            var reported = await IsReported(kind, name);
            var complaint = await Promtool($"# HELP {name} Help.\n# TYPE {name} {kind.ToLowerInvariant()}\n{name} 1\n");
            if (reported != (complaint.Length > 0))
            {
                differences.Add($"{kind} {name}: {(reported ? "reported here only" : complaint.Trim())}");
            }
        }

        if (differences.Count > 0)
        {
            Assert.Fail(string.Join("\n", differences));
        }
    }

    private static async Task<bool> IsReported(string kind, string name)
    {
        using var workspace = new AdhocWorkspace();
        var document = Verify.Add(
            workspace, $$"""static partial class C { [GameMetric(MetricKind.{{kind}}, "{{name}}", Help = "Help.")] public static partial void X(double value); }""", editorConfig: null);
        return !(await Verify.Diagnose(document, new INST025NotBaseUnitAnalyzer(), new INST027NameStyleAnalyzer(), new INST005InvalidMetricNameAnalyzer())).IsEmpty;
    }

    private static async Task<string> Promtool(string exposition)
    {
        using var promtool = Process.Start(new ProcessStartInfo("/usr/bin/promtool", "check metrics")
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        await promtool.StandardInput.WriteAsync(exposition);
        promtool.StandardInput.Close();
        var errors = await promtool.StandardError.ReadToEndAsync();
        await promtool.WaitForExitAsync();
        return errors;
    }
}
