using System.Globalization;
using Instrumentation.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST032: a histogram has more buckets than answers need.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST032TooManyBucketsAnalyzer() : DeclaredMetricAnalyzer(DiagnosticDescriptors.TooManyBuckets)
{
    private const int DefaultBuckets = 30;

    private protected override void Check(DeclaredMetric metric, SymbolAnalysisContext context)
    {
        var most = Settings.Number(context.Options, metric.Attribute, Settings.Buckets, DefaultBuckets);
        if (metric.Buckets is { } buckets && buckets.Count > most)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                metric.BucketsLocation(context.CancellationToken),
                metric.Name,
                buckets.Count.ToString(CultureInfo.InvariantCulture),
                most.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
