using Instrumentation.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST028: samples of two metrics with different names would bear one name: <c>kills</c> and <c>kills_total</c>, <c>wait</c> and <c>wait_count</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST028CollidingNamesAnalyzer() : MetricSetAnalyzer(DiagnosticDescriptors.CollidingNames)
{
    private protected override (KnownMetric Other, object[] Arguments)? FindClash(IReadOnlyList<KnownMetric> before, KnownMetric metric)
    {
        foreach (var other in before)
        {
            if (other.Name != metric.Name && other.ClaimedNames.Intersect(metric.ClaimedNames, StringComparer.Ordinal).FirstOrDefault() is { } shared)
            {
                return (other, [metric.Name, other.Name, other.Owner, shared]);
            }
        }

        return null;
    }
}
