using System.Globalization;
using Instrumentation.Analyzers.Naming;
using Instrumentation.Generator.Model.Metrics;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST027: a name is valid, but not as Prometheus' users write names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST027NameStyleAnalyzer() : MetricNameAnalyzer(DiagnosticDescriptors.NameStyle)
{
    private const int MaxLength = 100;

    private static readonly string[] s_kinds = ["counter", "gauge", "histogram", "summary"];

    private protected override void Check(NamedMetric metric, Action<Diagnostic> report)
    {
        foreach (var (label, location) in metric.Labels)
        {
            if (IsCamelCase(label))
            {
                Report(report, location, label, SnakeCase.Of(label), "Label", label, "it is not in snake_case");
            }
        }

        if (Find(metric) is var (why, better))
        {
            Report(report, metric.Location, metric.Name, better, "Metric", metric.Name, why);
        }
    }

    private static (string Why, string? Better)? Find(NamedMetric metric)
    {
        var name = metric.Name;
        if (IsCamelCase(name))
        {
            return ("it is not in snake_case", SnakeCase.Of(name));
        }

        if (name.Contains(':'))
        {
            return ("colons are kept for recording rules", name.Replace(':', '_'));
        }

        if (name.Contains("__") || name.StartsWith("_", StringComparison.Ordinal) || name.EndsWith("_", StringComparison.Ordinal))
        {
            return ("an underscore stands where no words are parted", string.Join("_", name.Split(['_'], StringSplitOptions.RemoveEmptyEntries)));
        }

        var words = name.Split('_');
        if (KindIn(words, metric.Kind) is { } kind)
        {
            return ($"it says '{kind}', which is a kind of metric", string.Join("_", words.Where(word => word != kind)));
        }

        if (metric.Prefix is { Length: > 0 } prefix && name.StartsWith(prefix + "_", StringComparison.Ordinal))
        {
            return ($"the assembly's prefix '{prefix}' goes before it anyway", name.Substring(prefix.Length + 1));
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (words[i] == words[i - 1])
            {
                return ($"it says '{words[i]}' twice", string.Join("_", words.Where((_, place) => place != i)));
            }
        }

        return metric.FullName.Length > MaxLength
            ? ($"with {metric.FullName.Length.ToString(CultureInfo.InvariantCulture)} letters it is longer than {MaxLength.ToString(CultureInfo.InvariantCulture)}", null)
            : null;
    }

    /// <summary>What <c>promtool check metrics</c> calls the type in a name: of any kind within it, and of the metric's own in front as well.</summary>
    private static string? KindIn(string[] words, MetricKind? kind)
    {
        // An up-down counter is exposed as a gauge.
        var own = kind switch { MetricKind.Counter => "counter", MetricKind.Histogram => "histogram", MetricKind.Gauge or MetricKind.UpDownCounter => "gauge", _ => "summary" };
        return words.Length == 1 ? null
            : words.Skip(1).FirstOrDefault(s_kinds.Contains) ?? (words[0] == own ? own : null);
    }

    private static bool IsCamelCase(string name) => name.Any(static letter => letter is >= 'A' and <= 'Z');
}
