using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST006: the name of a label is not valid, is reserved, or occurs twice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST006InvalidLabelNameAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.InvalidLabelName);
