using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST009: buckets are empty, not finite, not positive, or not ascending.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST009InvalidBucketsAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.InvalidBuckets);
