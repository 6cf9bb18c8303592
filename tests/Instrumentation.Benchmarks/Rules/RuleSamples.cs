using System.Globalization;
using System.Text;

namespace Instrumentation.Benchmarks.Rules;

/// <summary>What both sides evaluate: 1,000 gauges, each with a rule of its own, and 500 histograms of 4 buckets.</summary>
/// <param name="gauge">Is told of the value of each gauge.</param>
internal sealed class RuleSamples(Action<int, double>? gauge = null)
{
    internal const int Rules = 1_000;
    internal const int Histograms = 500;
    internal const string Quantile = $"histogram_quantile(0.95, rate({Buckets}[20s]))";

    internal const string Gauge = "queue_length";
    internal const string Buckets = "work_seconds_bucket";

    private static readonly string[] s_bounds = ["0.01", "0.1", "1", "+Inf"];
    private readonly Random _random = new(1);
    private readonly long[] _buckets = new long[Histograms * s_bounds.Length];

    /// <summary>One threshold rule, which selects one series. One in ten of them holds.</summary>
    internal static string Rule(int number) => $"{Gauge}{{queue=\"{number}\"}} > {(number % 10 == 0 ? "10" : "1000")}";

    internal static string RuleFile()
    {
        var text = new StringBuilder("groups:\n- name: thresholds\n  rules:\n");
        for (var rule = 0; rule < Rules; rule++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ alert: Queue{rule}, expr: '{Rule(rule)}', for: 1m }}\n");
        }

        return text.ToString();
    }

    /// <summary>The page of the next scrape.</summary>
    internal string Page()
    {
        var text = new StringBuilder();
        foreach (var (name, label, bound, value) in Next())
        {
            text.Append(name).Append('{').Append(name == Gauge ? "queue" : "operation").Append("=\"").Append(label);
            text.Append(bound is null ? "" : $"\",le=\"{bound}").Append(CultureInfo.InvariantCulture, $"\"}} {value}\n");
        }

        return text.ToString();
    }

    /// <summary>The next sample of each series: gauges jump about, buckets grow.</summary>
    internal IEnumerable<(string Name, int Label, string? Bound, double Value)> Next()
    {
        for (var i = 0; i < Rules; i++)
        {
            var length = 50 + _random.Next(100);
            gauge?.Invoke(i, length);
            yield return (Gauge, i, null, length);
        }

        for (var i = 0; i < Histograms; i++)
        {
            var calls = 0L;
            for (var bucket = 0; bucket < s_bounds.Length; bucket++)
            {
                calls += _random.Next(20);
                _buckets[(i * s_bounds.Length) + bucket] += calls;
                yield return (Buckets, i, s_bounds[bucket], _buckets[(i * s_bounds.Length) + bucket]);
            }
        }
    }
}
