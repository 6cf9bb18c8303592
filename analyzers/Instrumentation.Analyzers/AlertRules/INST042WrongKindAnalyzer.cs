using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST042: a condition asks of a metric what metrics of its kind cannot answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST042WrongKindAnalyzer() : CatalogAnalyzer(AlertRuleDescriptors.WrongKind);
