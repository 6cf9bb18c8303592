using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>
/// Finds the types and members of a compilation that may declare metrics, by syntax, so that the rest of the program need not be bound. What is found in a file is kept with it: while
/// somebody types, all files but one stay as they are.
/// </summary>
internal static class AnnotatedSymbols
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileScan> s_scans = new();

    internal static IEnumerable<ISymbol> Of(Compilation compilation)
    {
        // What other generators write, the generator does not see, so there are no metrics of it.
        var scans = compilation.SyntaxTrees
            .Where(static tree => !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase))
            .Select(static tree => (Tree: tree, Scan: s_scans.GetValue(tree, static tree => FileScan.Of(tree))))
            .ToList();
        var hasGlobalAlias = scans.Any(static file => file.Scan.HasGlobalAlias);
        var found = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (tree, scan) in scans)
        {
            var nodes = scan.HasAlias || hasGlobalAlias ? scan.Named.Concat(scan.Others) : scan.Named;
            SemanticModel? model = null;
            foreach (var node in nodes)
            {
                model ??= compilation.GetSemanticModel(tree);
                found.UnionWith(Declared(node, model));
            }
        }

        return found;
    }

    private static IEnumerable<ISymbol> Declared(MemberDeclarationSyntax node, SemanticModel model)
    {
        IEnumerable<SyntaxNode> nodes = node is BaseFieldDeclarationSyntax field ? field.Declaration.Variables : [node];
        return nodes.Select(declaration => model.GetDeclaredSymbol(declaration)).Where(static symbol =>
            symbol is INamedTypeSymbol or IMethodSymbol { PartialDefinitionPart: null } or IPropertySymbol or IFieldSymbol)!;
    }

    /// <summary>What bears attributes in one file.</summary>
    /// <param name="Named">Declarations with an attribute whose name is one of ours.</param>
    /// <param name="Others">Declarations with other attributes, which an alias could make ours.</param>
    /// <param name="HasAlias">Whether the file gives names to types.</param>
    /// <param name="HasGlobalAlias">Whether it gives such names to all files.</param>
    private sealed record FileScan(
        IReadOnlyList<MemberDeclarationSyntax> Named, IReadOnlyList<MemberDeclarationSyntax> Others, bool HasAlias, bool HasGlobalAlias)
    {
        internal static FileScan Of(SyntaxTree tree)
        {
            var root = (CompilationUnitSyntax)tree.GetRoot();
            var (named, others) = (new List<MemberDeclarationSyntax>(), new List<MemberDeclarationSyntax>());
            Visit(root.Members, named, others);
            var aliases = root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                .OfType<UsingDirectiveSyntax>().Where(static directive => directive.Alias is not null).ToList();
            return new(named, others, aliases.Count > 0, aliases.Any(static directive => directive.GlobalKeyword != default));
        }

        private static void Visit(SyntaxList<MemberDeclarationSyntax> members, List<MemberDeclarationSyntax> named, List<MemberDeclarationSyntax> others)
        {
            foreach (var member in members)
            {
                if (member.AttributeLists.Count > 0)
                {
                    (member.AttributeLists.SelectMany(static list => list.Attributes).Any(IsOurs) ? named : others).Add(member);
                }

                switch (member)
                {
                    case BaseNamespaceDeclarationSyntax space:
                        Visit(space.Members, named, others);
                        break;
                    case TypeDeclarationSyntax type:
                        Visit(type.Members, named, others);
                        break;
                    default:
                        break;
                }
            }
        }

        private static bool IsOurs(AttributeSyntax attribute)
        {
            var name = attribute.Name switch
            {
                QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
                AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
                SimpleNameSyntax simple => simple.Identifier.ValueText,
                _ => "",
            };
            return name is "GameMetric" or "GameMetricAttribute" or "GameEvent" or "GameEventAttribute" or "MonitoredOperation" or "MonitoredOperationAttribute";
        }
    }
}
