using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST041: a condition uses a shorthand that does not exist, or that has nothing to stand for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST041UnknownShorthandAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.UnknownShorthand);
