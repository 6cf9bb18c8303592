using System.Collections.Immutable;
using Instrumentation.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST023: two metrics have one name, and differ in kind, help, unit, labels or buckets.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST023ConflictingMetricsAnalyzer() : MetricSetAnalyzer(DiagnosticDescriptors.ConflictingMetrics)
{
    /// <summary>The property of a diagnostic that holds the other metric's help, where that is all in which the two differ.</summary>
    internal const string Help = nameof(Help);

    private protected override (KnownMetric Other, object[] Arguments)? FindClash(IReadOnlyList<KnownMetric> before, KnownMetric metric)
    {
        foreach (var other in before)
        {
            if (other.Name == metric.Name && metric.DifferenceTo(other) is { } difference)
            {
                return (other, [metric.Name, other.Owner, difference]);
            }
        }

        return null;
    }

    private protected override ImmutableDictionary<string, string?> PropertiesOf(KnownMetric metric, KnownMetric other) =>
        other.Help is { } help && (metric with { Help = help }).DifferenceTo(other) is null
            ? ImmutableDictionary<string, string?>.Empty.Add(Help, help)
            : ImmutableDictionary<string, string?>.Empty;
}
