using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST017: a metric cannot be declared like this.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST017MetricNotSupportedAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.MetricNotSupported);
