using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST054: the runbook is no absolute URL.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST054InvalidRunbookAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.InvalidRunbook);
