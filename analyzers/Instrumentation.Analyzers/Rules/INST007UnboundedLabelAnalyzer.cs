using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST007: the values of a label have no end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST007UnboundedLabelAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.UnboundedLabel);
