using System.Collections.Immutable;
using Instrumentation.Analyzers.Declarations;
using Instrumentation.Analyzers.Naming;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>A rule about the names of metrics and their labels, in attributes and in calls alike.</summary>
public abstract class MetricNameAnalyzer : RuleAnalyzer
{
    /// <summary>The property of a diagnostic that says what the name should be.</summary>
    internal const string Better = "Better";

    /// <summary>The property of a diagnostic that says what the name is.</summary>
    internal const string Found = "Found";

    private protected MetricNameAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations)
    {
        var prefix = DefaultsParser.Parse(context.Compilation.Assembly).Defaults.Prefix;
        context.RegisterSymbolAction(
            symbol => CheckDeclared(symbol, annotations, prefix),
            SymbolKind.Method,
            SymbolKind.NamedType,
            SymbolKind.Property,
            SymbolKind.Field);
        NamedCalls.Register(context, MetricCalls.Names, (call, report) =>
        {
            if (MetricCalls.Find(call) is { } metric)
            {
                Check(metric, report);
            }
        });
    }

    private protected abstract void Check(NamedMetric metric, Action<Diagnostic> report);

    private protected void Report(Action<Diagnostic> report, Location? location, string found, string? better, params object[] arguments) => report(Diagnostic.Create(
        Rule,
        location,
        better is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Better, better).Add(Found, found),
        arguments));

    private void CheckDeclared(SymbolAnalysisContext context, Annotations annotations, string? prefix)
    {
        // A name that is not valid, or a duration without its unit, is reported as such, and nothing else about it.
        if (annotations.Of(context.Symbol, context.CancellationToken).Findings.Any(static finding => finding.Id is FindingIds.InvalidMetricName or FindingIds.MetricUnitMissing))
        {
            return;
        }

        var labels = DeclaredLabels.Of(context.Symbol).Select(label => (label.LabelName, label.Location?.ToLocation(context.Compilation))).ToList();
        foreach (var metric in DeclaredMetrics.Of(annotations, context.Symbol, context.Compilation, context.CancellationToken))
        {
            var location = metric.NameLocation(context.CancellationToken);
            Check(new(metric.Name, prefix, metric.Kind, location, IsInCode: false, labels), context.ReportDiagnostic);

            // The labels of an event are those of all its metrics; once is enough.
            labels = [];
        }
    }
}
