using System.Composition;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST030: drops the tag, or puts it on the current span, where any value may stand. A label of prometheus-net is left: its metric would have to change as well.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST030UnboundedTagFix() : RuleFix(DiagnosticIds.UnboundedTag, "Drop the tag")
{
    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node) =>
        FindTag(node) is { } tag ? root.RemoveNode(tag, SyntaxRemoveOptions.KeepNoTrivia) : null;

    /// <inheritdoc/>
    protected override IEnumerable<(string Title, SyntaxNode? Root)> Alternatives(SyntaxNode root, SyntaxNode node)
    {
        if (FindTag(node) is not { } tag || FindPair(node) is not { } pair || tag.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } statement
            || tag.Ancestors().TakeWhile(ancestor => ancestor != statement).Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax))
        {
            yield break;
        }

        var isImported = root.DescendantNodes().OfType<UsingDirectiveSyntax>().Any(static directive => directive.Name?.ToString() == "System.Diagnostics");
        var onSpan = SyntaxFactory.ParseStatement($"{(isImported ? "" : "System.Diagnostics.")}Activity.Current?.SetTag({pair.Name}, {pair.Value});")
            .WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        var changed = tag == statement
            ? root.ReplaceNode(statement, onSpan)
            : root.TrackNodes(statement, tag) is var tracked && tracked.InsertNodesBefore(tracked.GetCurrentNode(statement)!, [onSpan]) is var inserted
                ? inserted.RemoveNode(inserted.GetCurrentNode(tag)!, SyntaxRemoveOptions.KeepNoTrivia)
                : null;
        yield return ("Put it on the current span instead", changed);
    }

    private static (ExpressionSyntax Name, ExpressionSyntax Value)? FindPair(SyntaxNode node)
    {
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            switch (ancestor)
            {
                case ArgumentListSyntax { Arguments: { Count: 2 } pair }:
                    return (pair[0].Expression, pair[1].Expression);
                case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: { Count: 2 } pair }:
                    return (pair[0], pair[1]);
                case StatementSyntax:
                    return null;
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>What can be taken away so that the rest still compiles: the pair among arguments or elements, or the statement that adds it to a list.</summary>
    private static SyntaxNode? FindTag(SyntaxNode node)
    {
        // Of a label of prometheus-net the argument itself is the value, and stands for a place in the order.
        var pair = node.AncestorsAndSelf().FirstOrDefault(static ancestor =>
            ancestor is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 2 }
                or InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression }
                or InvocationExpressionSyntax { ArgumentList.Arguments.Count: 2, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Create" } });
        return pair switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" }, Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } => statement,
            InitializerExpressionSyntax => pair,
            { Parent: ExpressionElementSyntax element } => element,
            { Parent: InitializerExpressionSyntax } => pair,
            { Parent: ArgumentSyntax { Parent: ArgumentListSyntax list } argument } when list.Arguments.Count > 1 => argument,
            { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } } } => statement,
            _ => null,
        };
    }
}
