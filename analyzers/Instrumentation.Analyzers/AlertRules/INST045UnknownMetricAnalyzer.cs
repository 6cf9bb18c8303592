using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST045: a condition reads a metric that nobody declares.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST045UnknownMetricAnalyzer() : CatalogAnalyzer(AlertRuleDescriptors.UnknownMetric);
