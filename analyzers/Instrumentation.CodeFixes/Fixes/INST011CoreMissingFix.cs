using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST011: adds the method that holds the body.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST011CoreMissingFix() : RuleFix(FindingIds.CoreMissing, "Add the implementation")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || method.Parent is not TypeDeclarationSyntax type
            || type.Members.OfType<MethodDeclarationSyntax>().Any(other => other.Identifier.ValueText == CoreName(method)))
        {
            return null;
        }

        return root.InsertNodesAfter(method, [Core(method)]);
    }

    private static string CoreName(MethodDeclarationSyntax method) => method.Identifier.ValueText + Coverage.CoreSuffix;

    private static MethodDeclarationSyntax Core(MethodDeclarationSyntax method)
    {
        var indent = SyntaxFactory.TriviaList(method.GetFirstToken().LeadingTrivia.Where(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        var isStatic = method.Modifiers.Any(SyntaxKind.StaticKeyword);
        var modifiers = isStatic ? "private static " : "private ";
        var text = $"{modifiers}{method.ReturnType}{Space(method)}{CoreName(method)}{method.TypeParameterList}{WithoutAttributes(method.ParameterList)}"
            + string.Concat(method.ConstraintClauses.Select(static clause => " " + clause.ToString()))
            + " => throw new System.NotImplementedException();";
        return ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(text)!)
            .WithLeadingTrivia(indent.Insert(0, SyntaxFactory.ElasticLineFeed))
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed);
    }

    private static string Space(MethodDeclarationSyntax method) => method.ReturnType.ToString().Length > 0 ? " " : "";

    private static ParameterListSyntax WithoutAttributes(ParameterListSyntax parameters) => parameters.WithParameters(
        SyntaxFactory.SeparatedList(
            parameters.Parameters.Select(static p => p.WithAttributeLists(default).WithDefault(null).WithoutTrivia()),
            parameters.Parameters.GetSeparators().Select(static s => s.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space))));
}
