using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST056: an objective is not valid.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST056InvalidObjectiveAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.InvalidObjective);
