using System.Collections.Concurrent;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>A rule about operations that share a name anywhere in the compilation.</summary>
public abstract class SharedNameAnalyzer : RuleAnalyzer
{
    private protected SharedNameAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected sealed override void Register(CompilationStartAnalysisContext context, Annotations annotations)
    {
        var operations = new ConcurrentBag<Named>();
        context.RegisterSymbolAction(
            symbol =>
            {
                foreach (var operation in annotations.Of(symbol.Symbol, symbol.CancellationToken).Operations)
                {
                    operations.Add(new(symbol.Symbol, operation));
                }
            },
            SymbolKind.Method,
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var sharing in operations.GroupBy(static o => o.Operation.Definition!.Name, StringComparer.Ordinal))
            {
                var inOrder = sharing.OrderBy(static o => o.Path, StringComparer.Ordinal).ThenBy(static o => o.Position).ToList();
                for (var i = 1; i < inOrder.Count; i++)
                {
                    if (FindClash(inOrder.Take(i), inOrder[i]) is { } other)
                    {
                        end.ReportDiagnostic(Diagnostic.Create(Rule, inOrder[i].Location, sharing.Key, other.Operation.Method.Display));
                    }
                }
            }
        });
    }

    /// <summary>The operation among those before, in the order of the source, that this one clashes with.</summary>
    private protected abstract Named? FindClash(IEnumerable<Named> before, Named operation);

    /// <param name="Annotated">The method or type that bears the attribute.</param>
    /// <param name="Operation">One operation that the attribute makes.</param>
    private protected sealed record Named(ISymbol Annotated, OperationModel Operation)
    {
        internal INamedTypeSymbol Type => Annotated as INamedTypeSymbol ?? Annotated.ContainingType;

        internal Location? Location { get; } = Annotated.Find(Attributes.MonitoredOperation)?.ApplicationSyntaxReference is { } attribute
            ? Location.Create(attribute.SyntaxTree, attribute.Span)
            : Annotated.Locations.FirstOrDefault();

        internal string Path => Location?.SourceTree?.FilePath ?? "";

        internal int Position => Location?.SourceSpan.Start ?? 0;
    }
}
