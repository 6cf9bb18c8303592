using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST053: a template is wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST053InvalidTemplateAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.InvalidTemplate);
