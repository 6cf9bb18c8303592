using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST001: the type of a monitored method, or one around it, is not partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST001TypeNotPartialAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.TypeNotPartial);
