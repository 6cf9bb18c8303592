using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST011: a partial method without a body has no Core method that fits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST011CoreMissingAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.CoreMissing);
