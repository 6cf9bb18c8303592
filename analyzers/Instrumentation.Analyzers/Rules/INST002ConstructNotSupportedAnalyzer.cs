using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST002: a wrapper has no place to stand there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST002ConstructNotSupportedAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.ConstructNotSupported);
