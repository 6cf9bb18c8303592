using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Analyzers.Declarations;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>A rule about what the metrics of a program, referenced assemblies included, are to each other.</summary>
public abstract class MetricSetAnalyzer : RuleAnalyzer
{
    private protected MetricSetAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations)
    {
        var prefix = DefaultsParser.Parse(context.Compilation.Assembly).Defaults.Prefix;
        var found = new ConcurrentBag<KnownMetric>();
        context.RegisterSymbolAction(
            symbol =>
            {
                // What has no valid name has none that another could share.
                if (annotations.Of(symbol.Symbol, symbol.CancellationToken).Findings.Any(static finding => finding.Id == FindingIds.InvalidMetricName))
                {
                    return;
                }

                foreach (var metric in DeclaredMetrics.Of(annotations, symbol.Symbol, symbol.Compilation, symbol.CancellationToken))
                {
                    // The shared histogram has the labels of all operations.
                    if (metric.Name != DeclaredMetrics.SharedHistogram)
                    {
                        found.Add(new(
                            prefix is { Length: > 0 } ? $"{prefix}_{metric.Name}" : metric.Name,
                            metric.Kind,
                            metric.Help,
                            metric.Unit,
                            [.. metric.Labels.Select(KnownLabel.Of)],
                            metric.Buckets is { } buckets ? [.. buckets] : null,
                            metric.Member,
                            metric.NameLocation(symbol.CancellationToken)));
                    }
                }
            },
            SymbolKind.Method,
            SymbolKind.NamedType,
            SymbolKind.Property,
            SymbolKind.Field);
        context.RegisterCompilationEndAction(end =>
        {
            if (found.IsEmpty)
            {
                return;
            }

            var before = ReferencedMetrics.Of(end.Compilation).ToList();
            foreach (var metric in found
                .OrderBy(static metric => metric.Location?.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static metric => metric.Location?.SourceSpan.Start))
            {
                if (FindClash(before, metric) is var (other, arguments))
                {
                    end.ReportDiagnostic(Diagnostic.Create(Rule, metric.Location, PropertiesOf(metric, other), arguments));
                }

                before.Add(metric);
            }
        });
    }

    /// <summary>The first metric before, in the order of the source, that this one clashes with, and the arguments of the message; null when there is none.</summary>
    private protected abstract (KnownMetric Other, object[] Arguments)? FindClash(IReadOnlyList<KnownMetric> before, KnownMetric metric);

    /// <summary>What a fix needs to know of a clash.</summary>
    private protected virtual ImmutableDictionary<string, string?> PropertiesOf(KnownMetric metric, KnownMetric other) => ImmutableDictionary<string, string?>.Empty;
}
