using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST043: a number in a condition has a unit that does not fit, or that does not exist.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST043WrongUnitAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.WrongUnit);
