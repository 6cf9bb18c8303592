using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST014: the labels of an operation multiply to more series than there may be.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST014TooManySeriesAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.TooManySeries);
