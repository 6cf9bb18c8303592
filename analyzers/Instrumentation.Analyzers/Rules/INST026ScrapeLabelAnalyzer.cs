using Instrumentation.Analyzers.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST026: a label has a name that the scrape, or the format itself, gives.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST026ScrapeLabelAnalyzer() : MetricNameAnalyzer(DiagnosticDescriptors.ReservedName)
{
    private protected override void Check(NamedMetric metric, Action<Diagnostic> report)
    {
        foreach (var (label, location) in metric.Labels)
        {
            if (WhyReserved(label, metric) is { } why)
            {
                Report(report, location, label, better: null, label, why);
            }
        }
    }

    private static string? WhyReserved(string label, NamedMetric metric) => label switch
    {
        "job" or "instance" => $"Prometheus gives each target a label of this name, and renames yours to 'exported_{label}'",

        // In attributes the parser refuses these.
        "le" when metric.IsInCode => "it is the bound of a histogram's bucket",
        "quantile" when metric.IsInCode => "it is the quantile of a summary",
        _ when metric.IsInCode && label.StartsWith("__", StringComparison.Ordinal) => "names that start with '__' are kept for Prometheus itself",
        _ => null,
    };
}
