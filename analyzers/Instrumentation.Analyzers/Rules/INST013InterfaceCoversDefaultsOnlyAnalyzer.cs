using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST013: on an interface the attribute covers default implementations only.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST013InterfaceCoversDefaultsOnlyAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.InterfaceCoversDefaultsOnly);
