using Instrumentation.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST023: two metrics have one name, and differ in kind, help, unit, labels or buckets.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST023ConflictingMetricsAnalyzer() : MetricSetAnalyzer(DiagnosticDescriptors.ConflictingMetrics)
{
    private protected override object[]? FindClash(IReadOnlyList<KnownMetric> before, KnownMetric metric)
    {
        foreach (var other in before)
        {
            if (other.Name == metric.Name && metric.DifferenceTo(other) is { } difference)
            {
                return [metric.Name, other.Owner, difference];
            }
        }

        return null;
    }
}
