using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST040: a condition cannot be read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST040ConditionSyntaxAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.ConditionSyntax);
