using Instrumentation.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>A rule about single metrics that attributes declare.</summary>
public abstract class DeclaredMetricAnalyzer : RuleAnalyzer
{
    private protected DeclaredMetricAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations) => context.RegisterSymbolAction(
        symbol =>
        {
            foreach (var metric in DeclaredMetrics.Of(annotations, symbol.Symbol, symbol.Compilation, symbol.CancellationToken))
            {
                Check(metric, symbol);
            }
        },
        SymbolKind.Method,
        SymbolKind.NamedType,
        SymbolKind.Property,
        SymbolKind.Field);

    private protected abstract void Check(DeclaredMetric metric, SymbolAnalysisContext context);
}
