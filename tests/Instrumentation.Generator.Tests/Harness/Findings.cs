using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Tests.Harness;

/// <summary>What the parser finds in a compilation, asked as the analyzers ask: symbol by symbol.</summary>
internal static class Findings
{
    public static IReadOnlyList<Finding> Of(CSharpCompilation compilation) =>
        [.. Methods(compilation).SelectMany(parsed => parsed.Findings), .. Types(compilation).SelectMany(parsed => parsed.Findings)];

    public static IReadOnlyList<OperationModel> Operations(CSharpCompilation compilation) =>
        [.. Methods(compilation).Select(parsed => parsed.Operation).OfType<OperationModel>(), .. Types(compilation).SelectMany(parsed => parsed.Operations)];

    private static IEnumerable<ParsedOperation> Methods(CSharpCompilation compilation) => Symbols<IMethodSymbol>(compilation)
        .Where(method => method.Has(Attributes.MonitoredOperation) && method.PartialDefinitionPart is null)
        .Select(method => OperationParser.Parse(method, compilation, TestContext.Current.CancellationToken));

    private static IEnumerable<ParsedType> Types(CSharpCompilation compilation) => Symbols<INamedTypeSymbol>(compilation)
        .Where(type => type.Has(Attributes.MonitoredOperation))
        .Select(type => TypeParser.Parse(type, compilation, TestContext.Current.CancellationToken));

    private static IEnumerable<T> Symbols<T>(CSharpCompilation compilation)
        where T : ISymbol => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes()
            .Where(node => node is MemberDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax)
            .Select(node => compilation.GetSemanticModel(tree).GetDeclaredSymbol(node)))
        .OfType<T>()
        .GroupBy(symbol => (ISymbol)symbol, SymbolEqualityComparer.Default)
        .Select(same => same.First());
}
