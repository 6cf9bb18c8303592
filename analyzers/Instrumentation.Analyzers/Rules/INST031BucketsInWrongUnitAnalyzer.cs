using System.Collections.Immutable;
using System.Globalization;
using Instrumentation.Analyzers.Declarations;
using Instrumentation.Analyzers.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST031: the bounds of the buckets are plainly in another unit than the metric.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST031BucketsInWrongUnitAnalyzer() : DeclaredMetricAnalyzer(DiagnosticDescriptors.BucketsInWrongUnit)
{
    /// <summary>The property of a diagnostic that says what to divide the bounds by.</summary>
    internal const string Divisor = "Divisor";

    private protected override void Check(DeclaredMetric metric, SymbolAnalysisContext context)
    {
        if (metric.Buckets is { } buckets && BucketUnits.FindWrong(metric.Name, [.. buckets]) is var (looks, divisor))
        {
            var properties = divisor is { } number
                ? ImmutableDictionary<string, string?>.Empty.Add(Divisor, number.ToString(CultureInfo.InvariantCulture))
                : ImmutableDictionary<string, string?>.Empty;
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                metric.BucketsLocation(context.CancellationToken),
                properties,
                buckets.Min().ToString("R", CultureInfo.InvariantCulture),
                buckets.Max().ToString("R", CultureInfo.InvariantCulture),
                metric.Name,
                looks));
        }
    }
}
