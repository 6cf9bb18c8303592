using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>A rule whose violations the generator's parser finds, so that what is reported and what is generated cannot differ.</summary>
public abstract class FindingAnalyzer : RuleAnalyzer
{
    private protected FindingAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations)
    {
        context.RegisterSymbolAction(
            symbol => Report(annotations, symbol.Symbol, symbol.Compilation, symbol.ReportDiagnostic, symbol.CancellationToken),
            SymbolKind.Method,
            SymbolKind.NamedType,
            SymbolKind.Property,
            SymbolKind.Field,
            SymbolKind.Parameter);

        // Local functions and lambdas are no members: only their operations lead to their symbols.
        context.RegisterOperationAction(
            operation => Report(
                annotations,
                operation.Operation is ILocalFunctionOperation local ? local.Symbol : ((IAnonymousFunctionOperation)operation.Operation).Symbol,
                operation.Compilation,
                operation.ReportDiagnostic,
                operation.CancellationToken),
            OperationKind.LocalFunction,
            OperationKind.AnonymousFunction);
    }

    private void Report(
        Annotations annotations, ISymbol symbol, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (var finding in annotations.Of(symbol, cancellation).Findings)
        {
            if (finding.Id == Rule.Id)
            {
                report(Diagnostic.Create(
                    Rule, finding.Location?.ToLocation(compilation), [.. finding.Arguments.Cast<object>()]));
            }
        }
    }
}
