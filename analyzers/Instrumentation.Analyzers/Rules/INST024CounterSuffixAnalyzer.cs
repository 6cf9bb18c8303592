using Instrumentation.Analyzers.Naming;
using Instrumentation.Generator.Model.Metrics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST024: the name of a metric that is made in code has the suffix of another kind, or lacks that of its own. Of attributes INST005 says so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST024CounterSuffixAnalyzer() : MetricNameAnalyzer(DiagnosticDescriptors.CounterSuffix)
{
    private const string Total = "_total";

    private static readonly string[] s_derived = ["_bucket", "_count", "_sum", "_created", "_info"];

    private protected override void Check(NamedMetric metric, Action<Diagnostic> report)
    {
        if (!metric.IsInCode || metric.Name.Length == 0)
        {
            return;
        }

        var isCounter = metric.Kind == MetricKind.Counter;
        var hasTotal = metric.Name.EndsWith(Total, StringComparison.Ordinal);
        if (isCounter && !hasTotal)
        {
            Report(report, metric.Location, metric.Name, metric.Name + Total, metric.Name, "a counter's name ends in '_total'");
        }
        else if (!isCounter && hasTotal)
        {
            Report(report, metric.Location, metric.Name, metric.Name.Substring(0, metric.Name.Length - Total.Length), metric.Name, "only a counter's name ends in '_total'");
        }
        else if (!isCounter && s_derived.FirstOrDefault(suffix => metric.Name.EndsWith(suffix, StringComparison.Ordinal)) is { } derived && !(derived == "_info" && metric.Kind == MetricKind.Gauge))
        {
            Report(
                report, metric.Location, metric.Name, metric.Name.Substring(0, metric.Name.Length - derived.Length), metric.Name, $"'{derived}' is kept for series that Prometheus derives");
        }
    }
}
