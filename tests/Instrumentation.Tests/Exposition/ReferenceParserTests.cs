using System.Diagnostics;
using Instrumentation.Exposition;

namespace Instrumentation.Tests.Exposition;

/// <summary>What others read: the strict reference parser of OpenMetrics, and the linter that comes with Prometheus.</summary>
public sealed class ReferenceParserTests
{
    private const string Parse = """
        import sys, json
        from prometheus_client.openmetrics.parser import text_string_to_metric_families as families
        text = sys.stdin.read()
        print(json.dumps([[f.name, f.type, f.unit, f.documentation, [[s.name, s.labels, repr(s.value)] for s in f.samples]] for f in families(text)], ensure_ascii=False))
        """;

    [Fact]
    public void The_strict_parser_reads_back_what_was_written()
    {
        if (!Run("/usr/bin/python3", ["-c", "import prometheus_client"], "", out _))
        {
            Assert.Skip("python3 with prometheus_client is not installed.");
        }

        var text = MetricsExposition.Render(Samples.Registry(), ExpositionFormat.OpenMetrics);
        Assert.True(Run("/usr/bin/python3", ["-c", Parse], text, out var parsed), parsed);
        Assert.Contains("""["kills", "counter", "", "Kills \\ with a \"quote\"\nand a second line.", """, parsed, StringComparison.Ordinal);
        Assert.Contains("""["kills_total", {"map": "a\\b\"c\nd"}, "3"]""", parsed, StringComparison.Ordinal);
        Assert.Contains("""["kills_total", {"map": "日本"}, "0"]""", parsed, StringComparison.Ordinal);
        Assert.Contains("""["turn_seconds_bucket", {"bot": "false", "le": "1e+06"}, "2"]""", parsed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_strict_parser_takes_exemplars_that_are_as_long_as_may_be()
    {
        if (!Run("/usr/bin/python3", ["-c", "import prometheus_client"], "", out _))
        {
            Assert.Skip("python3 with prometheus_client is not installed.");
        }

        var registry = new Instrumentation.Metrics.InstrumentRegistry();
        var hits = registry.Counter("hits_total", "Hits.");
        var damage = registry.Histogram("damage", "Damage.", [10]);
        using (new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            Activity.Current!.ActivityTraceFlags = ActivityTraceFlags.Recorded;
            hits.AddAt(0, 1, new("player", new string('"', 128 - 63 - 6)));
            damage.Observe(5);
        }

        damage.ObserveAt(0, 50, new("player", new string('日', 128 - 6), "one_more", "x"));
        var text = MetricsExposition.Render(registry, ExpositionFormat.OpenMetrics);
        Assert.Equal(3, text.Split(" # {").Length - 1);
        Assert.True(Run("/usr/bin/python3", ["-c", Parse], text, out var parsed), parsed);
    }

    /// <summary>It refuses a whole scrape for one sum that is negative, or for a sum of buckets below zero.</summary>
    [Fact]
    public void The_strict_parser_takes_histograms_of_negative_values()
    {
        if (!Run("/usr/bin/python3", ["-c", "import prometheus_client"], "", out _))
        {
            Assert.Skip("python3 with prometheus_client is not installed.");
        }

        var registry = new Instrumentation.Metrics.InstrumentRegistry();
        registry.Histogram("drift_seconds", "Drift.", [-1, 0, 1], "seconds").Observe(5);
        registry.Histogram("wait_seconds", "Wait.", [1, 2], "seconds").Observe(-3);
        Assert.True(Run("/usr/bin/python3", ["-c", Parse], MetricsExposition.Render(registry, ExpositionFormat.OpenMetrics), out var parsed), parsed);
        Assert.Contains("""["drift_seconds_bucket", {"le": "+Inf"}, "1"]""", parsed, StringComparison.Ordinal);

        var text = MetricsExposition.Render(registry);
        Assert.Contains("drift_seconds_sum 5\ndrift_seconds_count 1\n", text, StringComparison.Ordinal);
        Assert.Contains("wait_seconds_sum -3\nwait_seconds_count 1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_linter_has_nothing_to_say_about_our_own_metrics()
    {
        if (!Run("/usr/bin/promtool", ["--version"], "", out _))
        {
            Assert.Skip("promtool is not installed.");
        }

        var registry = new Instrumentation.Metrics.InstrumentRegistry();
        registry.Histogram("turn_seconds", "Turns.", [0.1, 1], "seconds").Observe(0.5);
        Assert.True(Run("/usr/bin/promtool", ["check", "metrics"], MetricsExposition.Render(registry), out var lint), lint);
        Assert.Equal("", lint);
    }

    private static bool Run(string program, string[] arguments, string input, out string output)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            output = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            output = $"{program} is not there.";
            return false;
        }
    }
}
