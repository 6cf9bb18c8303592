using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST044: a condition reads a metric that nobody declares, spelt much like one there is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST044MisspeltMetricAnalyzer() : CatalogAnalyzer(AlertRuleDescriptors.MisspeltMetric);
