using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST058: an alert has no name, or a severity that does not exist.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST058InvalidAlertAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.InvalidAlert);
