using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST016: the name of a duration metric does not end in its unit.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST016MetricUnitMissingAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.MetricUnitMissing);
