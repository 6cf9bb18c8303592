using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST052: a label that a rule adds is not valid.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST052InvalidRuleLabelAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.InvalidRuleLabel);
