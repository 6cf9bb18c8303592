using Instrumentation.Analyzers.Declarations;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>A rule about single labels of operations, metrics and events.</summary>
public abstract class LabelAnalyzer : RuleAnalyzer
{
    private protected LabelAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations) => context.RegisterSymbolAction(
        symbol =>
        {
            foreach (var label in DeclaredLabels.Of(symbol.Symbol))
            {
                var location = label.Location?.ToLocation(symbol.Compilation);
                if (Check(label, location, symbol.Options) is { } arguments)
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(Rule, location, arguments));
                }
            }
        },
        SymbolKind.Method,
        SymbolKind.NamedType);

    /// <summary>The arguments of the message; null when the label is in order.</summary>
    private protected abstract object[]? Check(LabelSource label, Location? location, AnalyzerOptions options);
}
