using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST050: a duration of a rule is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST050InvalidRuleDurationAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.InvalidRuleDuration);
