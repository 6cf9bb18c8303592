using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST008: Values or Limit of a label is wrong or out of place.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST008InvalidLabelValuesAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.InvalidLabelValues);
