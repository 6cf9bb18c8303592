using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST048: a condition holds always or never.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST048ConstantConditionAnalyzer() : CatalogAnalyzer(AlertRuleDescriptors.ConstantCondition);
