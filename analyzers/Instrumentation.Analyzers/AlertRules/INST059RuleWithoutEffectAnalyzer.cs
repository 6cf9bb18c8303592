using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST059: a rule or objective stands where it has no effect.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST059RuleWithoutEffectAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.RuleWithoutEffect);
