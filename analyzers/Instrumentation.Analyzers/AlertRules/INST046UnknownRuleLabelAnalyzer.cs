using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST046: a rule uses a label that the metric does not have, or a value that the label cannot take.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST046UnknownRuleLabelAnalyzer() : CatalogAnalyzer(AlertRuleDescriptors.UnknownRuleLabel);
