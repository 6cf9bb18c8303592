using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

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

        // Local functions and lambdas are no members. By their syntax: as operations they would have the compiler bind every body, generated ones included, once more.
        context.RegisterSyntaxNodeAction(
            syntax =>
            {
                if (AnnotatedFunction(syntax) is { } function)
                {
                    Report(annotations, function, syntax.Compilation, syntax.ReportDiagnostic, syntax.CancellationToken);
                }
            },
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.SimpleLambdaExpression,
            SyntaxKind.ParenthesizedLambdaExpression);
    }

    private static ISymbol? AnnotatedFunction(SyntaxNodeAnalysisContext context) => context.Node switch
    {
        LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } local => context.SemanticModel.GetDeclaredSymbol(local, context.CancellationToken),
        LambdaExpressionSyntax { AttributeLists.Count: > 0 } lambda => context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol,
        _ => null,
    };

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
