using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST055: ResolveWhen contradicts the condition.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST055ContradictoryResolveAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.ContradictoryResolve);
