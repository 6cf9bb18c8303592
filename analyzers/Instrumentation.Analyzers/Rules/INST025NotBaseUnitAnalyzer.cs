using Instrumentation.Analyzers.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST025: a metric is named in a unit that is no base unit, or its unit does not stand at the end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST025NotBaseUnitAnalyzer() : MetricNameAnalyzer(DiagnosticDescriptors.NotBaseUnit)
{
    private protected override void Check(NamedMetric metric, Action<Diagnostic> report)
    {
        if (Units.FindNotBase(metric.Name) is var (unit, baseUnit))
        {
            Report(report, metric.Location, metric.Name, Units.Rename(metric.Name, unit, baseUnit), metric.Name, $"'{unit}' is no base unit; use '{baseUnit}'");
        }
        else if (Units.FindNotLast(metric.Name) is { } within)
        {
            Report(report, metric.Location, metric.Name, Units.Rename(metric.Name, within, within), metric.Name, $"the unit '{within}' does not stand at its end");
        }
    }
}
