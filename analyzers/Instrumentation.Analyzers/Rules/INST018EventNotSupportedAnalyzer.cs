using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST018: an event cannot be declared like this.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST018EventNotSupportedAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.EventNotSupported);
