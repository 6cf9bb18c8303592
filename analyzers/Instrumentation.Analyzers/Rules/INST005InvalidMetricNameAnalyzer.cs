using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST005: the name of an operation or metric is not valid.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST005InvalidMetricNameAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.InvalidMetricName);
