using System.Collections.Immutable;
using System.Globalization;
using Instrumentation.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST032: a histogram has more buckets than answers need.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST032TooManyBucketsAnalyzer() : DeclaredMetricAnalyzer(DiagnosticDescriptors.TooManyBuckets)
{
    /// <summary>The property of a diagnostic that says how many there may be.</summary>
    internal const string Most = nameof(Most);

    private const int DefaultBuckets = 30;

    private protected override void Check(DeclaredMetric metric, SymbolAnalysisContext context)
    {
        var most = Settings.Number(context.Options, metric.Attribute, Settings.Buckets, DefaultBuckets);
        if (metric.Buckets is { } buckets && buckets.Count > most)
        {
            var limit = most.ToString(CultureInfo.InvariantCulture);
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                metric.BucketsLocation(context.CancellationToken),
                ImmutableDictionary<string, string?>.Empty.Add(Most, limit),
                metric.Name,
                buckets.Count.ToString(CultureInfo.InvariantCulture),
                limit));
        }
    }
}
