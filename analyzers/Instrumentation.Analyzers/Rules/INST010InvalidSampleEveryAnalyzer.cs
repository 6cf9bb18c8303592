using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST010: SampleEvery is below 1.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST010InvalidSampleEveryAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.InvalidSampleEvery);
