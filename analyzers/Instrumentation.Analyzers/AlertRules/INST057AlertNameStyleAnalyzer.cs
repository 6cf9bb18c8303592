using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST057: the name of an alert is not in CamelCase.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST057AlertNameStyleAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.AlertNameStyle);
